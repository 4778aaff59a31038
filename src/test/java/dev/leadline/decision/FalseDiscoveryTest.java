package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    private static final FalseDiscovery WITHIN_FIVE_PERCENT = new FalseDiscovery(Asking.policy("0.75", 20, 2, "0.05"));

    @Test
    void given_newcomers_whose_mean_doubt_is_above_the_bound_then_the_least_sure_waits() {
        // Doubts of 0.01, 0.06 and 0.1: 0.057 on average, 0.035 without the last.
        assertEquals(Set.of(0.9), waiting(List.of(), 0.99, 0.94, 0.9));
    }

    @Test
    void given_what_is_scaled_already_and_sure_then_it_leaves_room_for_a_newcomer() {
        assertEquals(Set.of(0.92), waiting(List.of(), 0.92));
        assertEquals(Set.of(), waiting(List.of(0.99), 0.99, 0.92));
    }

    @Test
    void given_what_is_scaled_already_then_it_never_waits_and_holds_up_no_newcomer_that_is_sure_enough() {
        assertEquals(Set.of(), waiting(List.of(0.65), 0.65));
        assertEquals(Set.of(), waiting(List.of(0.65), 0.65, 0.96));
        assertEquals(Set.of(0.92), waiting(List.of(0.65), 0.65, 0.92));
    }

    @Test
    void given_the_usual_thresholds_then_entry_is_sure_enough_for_everybody() {
        assertFalse(new FalseDiscovery(Policy.DEFAULT).mayHold());
    }

    private static Set<Double> waiting(List<Double> scaling, Double... probabilities) {
        return WITHIN_FIVE_PERCENT.waiting(List.of(probabilities), scaling::contains, p -> p);
    }
}
