package dev.leadline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Segments at the edge of what can be estimated, alone and together: every figure is a number within its bounds, or says why there is
 * none.
 */
class OddSegmentsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final int DAYS = 300;
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1L);

    private enum Odd {
        A_THOUSAND_TIMES_THE_OTHERS {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1_000).spend(name(), day, "5000");
                records.deal(name(), day, i % 40, "900").deal(name(), day, 3, "450");
            }
        },
        NO_DEAL {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1).spend(name(), day, "5");
            }
        },
        EVERY_INQUIRY_CONVERTS_AT_ONCE {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1).spend(name(), day, "5").deal(name(), day, 0, "100");
            }
        },
        NOTHING_BUT_LOSSES {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 2).spend(name(), day, "5");
                if (i % 10 == 0) {
                    records.deal(name(), day, 7, "-80");
                }
            }
        },
        ALL_DEALS_CANCELLED {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 2).spend(name(), day, "5");
                if (i % 10 == 0) {
                    records.deal(name(), Own.NOTHING, "cancelled " + i, day, 5, "500", day.plusDays(9));
                }
            }
        },
        A_SINGLE_INQUIRY {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                if (i == 100) {
                    records.inquiries(name(), day, 1).spend(name(), day, "5");
                }
            }
        },
        SPEND_BUT_NO_INQUIRY {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.spend(name(), day, "5");
            }
        },
        NO_SPEND {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1);
                if (i % 20 == 0) {
                    records.deal(name(), day, 30, "200");
                }
            }
        },
        NOTHING_BUT_SPEND_OF_0 {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1).spend(name(), day, "0");
                if (i % 20 == 0) {
                    records.deal(name(), day, 30, "200");
                }
            }
        },
        ONE_HUGE_ORDER {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 1).spend(name(), day, "5");
                if (i == 50) {
                    records.deal(name(), day, 60, "9000000000");
                }
            }
        },
        REPEAT_ORDERS_AND_A_FIXED_PRICE {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                records.inquiries(name(), day, 2).spend(name(), day, "5");
                if (i % 8 == 0) {
                    records.deal(name(), Own.NOTHING, "repeating " + i, day, 4, "60", null);
                    records.deal(name(), Own.NOTHING, "repeating " + i, day, 44, "60", null);
                }
            }
        },
        BEGUN_TODAY {
            @Override
            void day(LedgerFixture records, LocalDate day, int i) {
                if (i == DAYS - 1) {
                    records.inquiries(name(), day, 3).spend(name(), day, "5").deal(name(), day, 0, "100");
                }
            }
        };

        abstract void day(LedgerFixture records, LocalDate day, int i);
    }

    private record Answered(String segment, SegmentEstimates estimates, List<Estimate> figures) {}

    @ParameterizedTest
    @EnumSource(Odd.class)
    void given_a_workspace_of_one_odd_segment_then_every_figure_is_a_number_or_says_why_not(Odd odd) {
        check(answered(List.of(odd)));
    }

    static Stream<List<Odd>> mixtures() {
        SplittableRandom random = new SplittableRandom(12);
        return Stream.generate(() -> random.ints(2 + random.nextInt(8), 0, Odd.values().length)
                        .distinct()
                        .mapToObj(i -> Odd.values()[i])
                        .toList())
                .limit(24);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void given_odd_segments_together_then_every_figure_is_a_number_or_says_why_not(List<Odd> odd) {
        check(answered(odd));
    }

    @Test
    void given_a_giant_beside_a_small_segment_then_it_takes_no_part_in_the_small_ones_own_count() {
        Answered alone = answered(List.of(Odd.NOTHING_BUT_LOSSES)).get(0);
        Answered beside = answered(List.of(Odd.NOTHING_BUT_LOSSES, Odd.A_THOUSAND_TIMES_THE_OTHERS)).stream()
                .filter(a -> a.segment().contains("LOSSES"))
                .findFirst()
                .orElseThrow();

        assertEquals(alone.estimates().costPerInquiry(0.9), beside.estimates().costPerInquiry(0.9));
        assertEquals(alone.estimates().inquiriesPerDay(0.9), beside.estimates().inquiriesPerDay(0.9));
        assertEquals(alone.estimates().deals(), beside.estimates().deals());
    }

    @Test
    void given_only_cancelled_deals_then_there_is_none() {
        Answered cancelled = answered(List.of(Odd.ALL_DEALS_CANCELLED)).get(0);

        assertEquals(0, cancelled.estimates().deals());
        assertEquals(0, cancelled.estimates().conversionRate(0.9).low());
    }

    private static List<Answered> answered(List<Odd> kinds) {
        LedgerFixture records = new LedgerFixture();
        kinds.forEach(kind -> records.campaign(kind.name(), Map.of(Dimension.PRODUCT, kind.name())));
        for (int i = 0; i < DAYS; i++) {
            for (Odd kind : kinds) {
                kind.day(records, FIRST.plusDays(i), i);
            }
        }
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().groupBy(Dimension.PRODUCT).query(FIRST.plusDays(60), LAST, LAST),
                records.asOf(LAST));
        PeerGroup peerGroup = segmentation.peerGroup();
        List<Answered> all = new ArrayList<>();
        for (SegmentLedger segment : segmentation.segments()) {
            SegmentEstimates estimates =
                    SegmentEstimates.of(new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE);
            assertNotNull(Stability.of(
                    segment,
                    WorkspaceWeeks.of(
                            segmentation.everything(), segmentation.window().asOf()),
                    6));
            all.add(new Answered(
                    segment.segment().values().toString(),
                    estimates,
                    List.of(
                            estimates.inquiriesPerDay(0.9),
                            estimates.costPerInquiry(0.9),
                            estimates.conversionRate(0.9),
                            estimates.marginPerDeal(0.9),
                            estimates.marginPerInquiry(0.9),
                            estimates.maxAffordableCostPerInquiry(0.9),
                            estimates.projectedRoi(0.9))));
        }
        return all;
    }

    private static void check(List<Answered> all) {
        for (Answered answered : all) {
            for (Estimate figure : answered.figures()) {
                String seen = answered.segment() + " " + figure;
                if (figure.estimate() == null) {
                    assertNotNull(figure.note(), seen);
                } else {
                    assertTrue(figure.low() <= figure.estimate(), seen);
                    assertTrue(figure.high() == null || figure.estimate() <= figure.high(), seen);
                }
            }
            answered.estimates().target().probability().ifPresent(p -> assertTrue(p >= 0 && p <= 1, "P " + p));
        }
    }
}
