package dev.leadline.platform.validation;

import dev.leadline.platform.time.GivenTime;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Checks {@link EventTime} against the validator's clock. Public only because the validator makes instances. */
public final class EventTimeValidator {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private EventTimeValidator() {}

    public static final class OfDay implements ConstraintValidator<EventTime, LocalDate> {
        private int daysAhead;

        @Override
        public void initialize(EventTime bound) {
            daysAhead = bound.daysAhead();
        }

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            // Somewhere on earth it is already tomorrow: one day of grace.
            return day == null
                    || !day.isBefore(EARLIEST)
                            && !day.isAfter(LocalDate.now(clock(context)).plusDays(daysAhead + 1L));
        }
    }

    public static final class OfInstant implements ConstraintValidator<EventTime, OffsetDateTime> {
        private int daysAhead;

        @Override
        public void initialize(EventTime bound) {
            daysAhead = bound.daysAhead();
        }

        @Override
        public boolean isValid(OffsetDateTime time, ConstraintValidatorContext context) {
            return time == null || isWithin(time, daysAhead, context);
        }
    }

    /** Of a time whose zone is known. */
    public static final class OfGivenTime implements ConstraintValidator<EventTime, GivenTime> {
        private int daysAhead;

        @Override
        public void initialize(EventTime bound) {
            daysAhead = bound.daysAhead();
        }

        @Override
        public boolean isValid(GivenTime time, ConstraintValidatorContext context) {
            return time == null || isWithin(time.time(), daysAhead, context);
        }
    }

    private static boolean isWithin(OffsetDateTime time, int daysAhead, ConstraintValidatorContext context) {
        return !time.isBefore(EARLIEST.atStartOfDay().atOffset(ZoneOffset.MAX))
                && !time.isAfter(OffsetDateTime.now(clock(context)).plusDays(daysAhead));
    }

    private static Clock clock(ConstraintValidatorContext context) {
        return context.getClockProvider().getClock();
    }
}
