package dev.leadline.intake.deal;

import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.workspace.Workspace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a deal closed and for how much, with the defaults filled in and the days worked out.
 *
 * @param closedDay of closedAt in the workspace's zone; as cancelledDay
 * @param lagDays days from the inquiry to the deal; 0 for a deal on an earlier day
 * @param margin null only if there is neither a margin nor a rate to work it out
 * @param cancelledAt null unless cancelled
 * @param refunded null if nothing was, as are its time and day
 * @param faults why these terms cannot be; empty if they can
 */
record DealTerms(
        Instant closedAt,
        LocalDate closedDay,
        int lagDays,
        BigDecimal revenue,
        BigDecimal margin,
        DealStatus status,
        Instant cancelledAt,
        LocalDate cancelledDay,
        BigDecimal refunded,
        Instant refundedAt,
        LocalDate refundedDay,
        List<FieldError> faults) {

    /** Exports that know only days may tell a deal as closed before its inquiry, on the same day. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /**
     * @param given what the client says, within its bounds; what it leaves open takes its default
     * @param receivedAt of the inquiry
     * @param cohortDay the same as a day in the workspace's zone
     */
    static DealTerms of(DealUpdate given, Instant receivedAt, LocalDate cohortDay, Workspace workspace, Instant now) {
        List<FieldError> faults = new ArrayList<>();
        Instant closed = given.closedAt().instant();
        if (closed.isBefore(receivedAt.minus(TOLERANCE))) {
            faults.add(FieldError.at("/closedAt", "is more than a day before the inquiry was received"));
        }
        BigDecimal earned =
                given.margin() == null ? defaultMargin(given.revenue(), workspace.defaultMarginRate()) : given.margin();
        if (earned == null) {
            faults.add(FieldError.at("/margin", "is required, because the workspace has no defaultMarginRate"));
        }
        // Of days alone, the noon of a cancellation or a refund may lie before the hour of its own deal.
        Instant cancelled = null;
        if (given.status() == DealStatus.CANCELLED) {
            cancelled = later(
                    given.cancelledAt() == null ? now : given.cancelledAt().instant(), closed);
        }
        Instant refunded = null;
        if (given.refunded() != null) {
            refunded =
                    later(given.refundedAt() == null ? now : given.refundedAt().instant(), closed);
        }
        LocalDate closedDay = LocalDate.ofInstant(closed, workspace.zone());
        return new DealTerms(
                closed,
                closedDay,
                (int) Math.max(0, ChronoUnit.DAYS.between(cohortDay, closedDay)),
                given.revenue(),
                earned,
                given.status() == null ? DealStatus.WON : given.status(),
                cancelled,
                cancelled == null ? null : LocalDate.ofInstant(cancelled, workspace.zone()),
                given.refunded(),
                refunded,
                refunded == null ? null : LocalDate.ofInstant(refunded, workspace.zone()),
                List.copyOf(faults));
    }

    void applyTo(DealEntity entity) {
        entity.closedAt = closedAt;
        entity.closedDay = closedDay;
        entity.lagDays = lagDays;
        entity.revenue = revenue;
        entity.margin = margin;
        entity.status = status;
        entity.cancelledAt = cancelledAt;
        entity.cancelledDay = cancelledDay;
        entity.refunded = refunded;
        entity.refundedAt = refundedAt;
        entity.refundedDay = refundedDay;
    }

    private static BigDecimal defaultMargin(BigDecimal revenue, BigDecimal rate) {
        return rate == null ? null : revenue.multiply(rate).setScale(Amounts.DECIMALS, RoundingMode.HALF_UP);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
