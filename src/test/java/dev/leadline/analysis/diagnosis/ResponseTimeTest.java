package dev.leadline.analysis.diagnosis;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import org.junit.jupiter.api.Test;

/** One product beside five peers whose inquiries, three a day, are answered after 2, 4 and 8 hours. */
class ResponseTimeTest {

    private static final int ONE_IN_TWENTY = 20;
    private static final int ONE_IN_SIXTY = 60;

    @Test
    void given_slow_answers_where_few_inquiries_become_deals_then_the_sentence_says_so() {
        Diagnosis diagnosis = answered(ONE_IN_SIXTY, 15.5, 31, 62);

        assertEquals(Bottleneck.SALES_AND_SERVICE, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().contains("First answers take 31 hours, its peers' 4."), diagnosis.sentence());
        assertEquals(1, diagnosis.responseTime().knownShare(), 0.01);
        assertEquals(31, diagnosis.responseTime().typicalHours(), 0.2);
        assertEquals(4, diagnosis.responseTime().peersHours(), 1e-3);
        assertTrue(diagnosis.responseTime().probabilitySlower() > 0.99);
    }

    @Test
    void given_answers_as_fast_as_the_peers_then_it_is_not_their_speed() {
        Diagnosis diagnosis = answered(ONE_IN_SIXTY, 2, 4, 8);

        assertEquals(Bottleneck.SALES_AND_SERVICE, diagnosis.bottleneck());
        assertTrue(diagnosis.sentence().contains("Slow answers are not the reason"), diagnosis.sentence());
        assertFalse(diagnosis.sentence().contains("how fast"), diagnosis.sentence());
    }

    @Test
    void given_slow_answers_alone_then_there_is_no_bottleneck() {
        Diagnosis diagnosis = answered(ONE_IN_TWENTY, 50, 100, 200);

        assertEquals(Bottleneck.NONE, diagnosis.bottleneck());
        assertEquals("valve: no factor is clearly worse than its peers'.", diagnosis.sentence());
        assertEquals(100, diagnosis.responseTime().typicalHours(), 1);
    }

    @Test
    void given_slow_answers_and_a_conversion_that_is_likely_lower_then_only_a_sentence_is_added() {
        Diagnosis diagnosis = answered(24, 50, 100, 200);

        assertEquals(Bottleneck.NONE, diagnosis.bottleneck(), diagnosis.toString());
        assertTrue(
                diagnosis.sentence().endsWith("First answers take 4.2 days, its peers' 4 hours."),
                diagnosis.sentence());
    }

    @Test
    void given_few_known_answers_then_nothing_is_said_of_them() {
        LedgerFixture fixture = peers();
        History.of("valve", 38).inquiriesPerDeal(d -> ONE_IN_SIXTY).in(fixture);
        fixture.answered("valve", LAST.minusDays(100), Own.NOTHING, 300, 300, 300);
        Diagnosis diagnosis = of(fixture);

        assertEquals(3 / 1176.0, diagnosis.responseTime().knownShare(), 1e-6);
        assertFalse(diagnosis.sentence().contains("irst answers"), diagnosis.sentence());
    }

    @Test
    void given_no_known_answer_then_there_is_no_response_time() {
        LedgerFixture fixture = peers();
        History.of("valve", 38).in(fixture);

        assertNull(of(fixture).responseTime());
    }

    @Test
    void given_no_known_answer_of_a_peer_then_only_its_own_is_told() {
        LedgerFixture fixture = History.fixture(History.of("valve", 38), History.of("peer", 38));
        fixture.answered("valve", LAST.minusDays(100), Own.NOTHING, 5);
        Diagnosis diagnosis = of(fixture);

        assertEquals(5, diagnosis.responseTime().typicalHours(), 1e-4);
        assertNull(diagnosis.responseTime().peersHours());
        assertNull(diagnosis.responseTime().probabilitySlower());
    }

    private static Diagnosis answered(int inquiriesPerDeal, double... hours) {
        LedgerFixture fixture = peers();
        History valve = History.of("valve", 38).inquiriesPerDeal(d -> inquiriesPerDeal);
        answer(valve.in(fixture), valve, hours);
        return of(fixture);
    }

    private static LedgerFixture peers() {
        LedgerFixture fixture = new LedgerFixture();
        for (int peer = 1; peer <= 5; peer++) {
            History history = History.of("peer " + peer, 38);
            answer(history.in(fixture), history, 2, 4, 8);
        }
        return fixture;
    }

    private static void answer(LedgerFixture fixture, History history, double... hours) {
        history.from()
                .datesUntil(LAST.plusDays(1))
                .forEach(day -> fixture.answered(history.product(), day, Own.NOTHING, hours));
    }

    private static Diagnosis of(LedgerFixture fixture) {
        return Diagnosing.by(Dimension.PRODUCT).of(fixture, LAST, "valve");
    }
}
