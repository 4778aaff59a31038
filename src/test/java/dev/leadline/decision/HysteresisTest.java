package dev.leadline.decision;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** SCALE, once entered, is left late; and although nothing is stored, every past answer can be had again. */
@Execution(CONCURRENT)
class HysteresisTest {

    /** Its orders become smaller; as many of its inquiries become deals as before. */
    @Test
    void given_a_product_that_fades_then_it_stays_scaled_until_the_probability_is_low() {
        LedgerFixture fixture = History.fixture(History.of("fading", 27).margin(d -> d < 140 ? 150 : 1000));
        boolean entered = false;
        List<Double> keptAt = new ArrayList<>();
        List<Double> endedAt = new ArrayList<>();
        for (int week = 22; week >= 0; week--) {
            LocalDate day = LAST.minusWeeks(week);
            Recommendation item = Asking.asOf(day, Dimension.PRODUCT).of(fixture.asOf(day), "fading");
            entered |= item.action() == Action.SCALE;
            if (entered) {
                boolean likely = item.probabilityOfTarget() >= 0.6;
                assertEquals(likely ? Action.SCALE : Action.HOLD, item.action(), day + " " + item.explanation());
                (likely ? keptAt : endedAt).add(item.probabilityOfTarget());
                assertTrue(!likely || !item.scaleSince().isAfter(day));
            }
        }
        assertTrue(keptAt.stream().anyMatch(p -> p < 0.85), "kept at " + keptAt);
        assertFalse(endedAt.isEmpty(), "kept at " + keptAt);
    }

    @Test
    void given_a_scaled_product_whose_conversion_may_have_fallen_then_it_stays_scaled_only_while_it_would_be_entered() {
        LedgerFixture fixture = History.fixture(History.of("falling", 26).inquiriesPerDeal(d -> d < 140 ? 60 : 20));
        boolean entered = false;
        List<Reason> ended = new ArrayList<>();
        for (int week = 22; week >= 0; week--) {
            LocalDate day = LAST.minusWeeks(week);
            Recommendation item = Asking.asOf(day, Dimension.PRODUCT).of(fixture.asOf(day), "falling");
            entered |= item.action() == Action.SCALE;
            if (entered && item.action() == Action.HOLD) {
                assertTrue(item.probabilityOfTarget() < 0.9, day + " " + item.explanation());
                ended.add(item.reason());
            }
        }
        assertTrue(ended.contains(Reason.UNSTABLE_CONVERSION), ended.toString());
    }

    @Test
    void given_the_same_probability_without_a_past_as_scale_then_it_is_held() {
        History soSo = History.of("so so", 35);
        Recommendation item =
                Asking.asOf(LAST, Dimension.PRODUCT).of(History.fixture(soSo).asOf(LAST), "so so");

        assertTrue(item.probabilityOfTarget() > 0.6 && item.probabilityOfTarget() < 0.9);
        assertEquals(Reason.WITHIN_RANGE, item.reason());
    }

    @Test
    void given_a_scaled_product_when_its_inquiries_become_more_expensive_then_scale_ends_though_it_still_pays() {
        LedgerFixture fixture =
                History.fixture(History.of("rising", 10).inquiries(d -> 10).spend(d -> d < 14 ? 200 : 100));
        LocalDate before = LAST.minusWeeks(2);

        assertEquals(
                Action.SCALE,
                Asking.asOf(before, Dimension.PRODUCT)
                        .of(fixture.asOf(before), "rising")
                        .action());
        Recommendation after = Asking.asOf(LAST, Dimension.PRODUCT).of(fixture.asOf(LAST), "rising");
        assertEquals(Reason.UNSTABLE_COST, after.reason());
        assertTrue(after.probabilityOfTarget() > 0.9);
    }

    /** Swings that are about the maximum at first, and larger later, but never beyond what its chart is used to. */
    @Test
    void given_a_scaled_product_when_its_volume_swings_more_then_scale_ends_only_when_that_is_all_but_certain() {
        LedgerFixture fixture = History.fixture(History.of("swinging", 15)
                .from(LAST.minusDays(72 * 7 - 1))
                .inquiries(d -> d / 7 % 2 == 0 ? 12 - reach(d) : 12 + reach(d))
                .spend(d -> 180));
        boolean entered = false;
        boolean keptInDoubt = false;
        boolean ended = false;
        for (int week = 60; week >= 20; week -= 2) {
            LocalDate day = LAST.minusWeeks(week);
            Recommendation item = Asking.asOf(day, Dimension.PRODUCT).of(fixture.asOf(day), "swinging");
            double above = item.evidence().stability().volumeSpread().probabilityAbove();
            if (item.action() == Action.SCALE) {
                assertTrue(!ended && above < 0.99, day + " " + above);
                entered = true;
                keptInDoubt |= above >= 0.9;
                assertEquals(above >= 0.9, item.explanation().contains("begun to swing more"), item.explanation());
            } else if (entered) {
                assertEquals(Reason.VOLATILE_VOLUME, item.reason(), day + " " + item.explanation());
                assertTrue(above >= 0.99, day + " " + above);
                ended = true;
            }
        }
        assertTrue(keptInDoubt);
        assertTrue(ended);
    }

    private static int reach(int daysBack) {
        return daysBack >= 46 * 7 ? 6 : 8;
    }

    @Test
    void given_records_of_later_days_when_asked_for_a_past_day_then_the_answer_is_what_it_was() {
        LocalDate past = LAST.minusDays(60);
        History steady = History.of("steady", 20);
        History other = History.of("other", 38);
        Asking asking = Asking.asOf(past, Dimension.PRODUCT);
        Recommendations then = asking.of(History.fixture(steady, other).asOf(past));
        LedgerFixture later = History.fixture(steady, other)
                .inquiries("steady", LAST, 500)
                .spend("other", LAST, "100000")
                .deal("other", past.minusDays(40), 90, "900000");

        assertEquals(then, asking.of(later.asOf(past)));
    }
}
