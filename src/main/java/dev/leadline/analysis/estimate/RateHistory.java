package dev.leadline.analysis.estimate;

import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.ChangeProbabilities;
import dev.leadline.statistics.CohortMaturity;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.RateChange;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the cohorts of a window have shown by the likeliest timing: all of them, and those before each day at which the rate may last
 * have changed, and since.
 *
 * @param all of them
 * @param ages by how many days ago that may have been, as far back as anything was seen before
 * @param atCost at the day from which an inquiry has cost what it does now; empty if that has not changed in the window
 */
record RateHistory(ConversionExposure all, List<Split> ages, Optional<Split> atCost) {

    private static final int[] AGES = ChangeProbabilities.ages();

    /**
     * The cohorts in two parts.
     *
     * @param day the first of the second part
     */
    private record Split(int day, ConversionExposure before, ConversionExposure since) {

        private static Optional<Split> of(
                CohortTable table, CohortMaturity shares, Window window, ConversionExposure all, int day) {
            if (day <= window.first() || day > window.lastKnown()) {
                return Optional.empty();
            }
            ConversionExposure since = ConversionExposure.of(table, shares, day, window.lastKnown());
            return Optional.of(new Split(day, all.minus(since), since)).filter(s -> s.before.exposure() > 0);
        }

        private Split withoutDays(CohortTable table, CohortMaturity shares, int first, int last) {
            return new Split(
                    day,
                    before.minus(ConversionExposure.of(table, shares, first, Math.min(last, day - 1))),
                    since.minus(ConversionExposure.of(table, shares, Math.max(first, day), last)));
        }

        private Split withoutDeals(long some, long ofSince) {
            return new Split(day, before.withoutDeals(some - ofSince), since.withoutDeals(ofSince));
        }

        private RateChange change(BetaPrior prior, double dispersion) {
            return RateChange.of(prior, dispersion, before, since);
        }
    }

    /** Of a rate of which nobody asks whether it has changed. */
    static RateHistory steady(ConversionExposure all) {
        return new RateHistory(all, List.of(), Optional.empty());
    }

    /**
     * @param table the cohorts
     * @param shares what each day has had time to show
     * @param costFrom the first day of the present level of the cost; of no meaning if it is not within the window
     */
    static RateHistory of(CohortTable table, CohortMaturity shares, Window window, int costFrom) {
        ConversionExposure all = ConversionExposure.of(table, shares, window.first(), window.lastKnown());
        return new RateHistory(
                all,
                IntStream.of(AGES)
                        .mapToObj(age -> Split.of(table, shares, window, all, window.asOf() + 1 - age))
                        .takeWhile(Optional::isPresent)
                        .map(Optional::get)
                        .toList(),
                Split.of(table, shares, window, all, costFrom));
    }

    /** The same without the cohorts of some days of the window, both included, by the same table and shares. */
    RateHistory withoutDays(CohortTable table, CohortMaturity shares, int first, int last) {
        return new RateHistory(
                all.minus(ConversionExposure.of(table, shares, first, last)),
                ages.stream()
                        .map(split -> split.withoutDays(table, shares, first, last))
                        .toList(),
                atCost.map(split -> split.withoutDays(table, shares, first, last)));
    }

    /**
     * The same inquiries without a deal, and fewer with one.
     *
     * @param some how many deals less
     * @param since how many of them since each of the {@link #days}
     */
    RateHistory withoutDeals(long some, List<Long> since) {
        return new RateHistory(
                all.withoutDeals(some),
                IntStream.range(0, ages.size())
                        .mapToObj(i -> ages.get(i).withoutDeals(some, since.get(i)))
                        .toList(),
                atCost.map(split -> split.withoutDeals(some, since.get(ages.size()))));
    }

    /** The days at which the rate may have changed, the ages first, then that of the cost. */
    IntStream days() {
        return IntStream.concat(
                ages.stream().mapToInt(Split::day), atCost.stream().mapToInt(Split::day));
    }

    /** What it says of a change at each age. */
    List<RateChange> changes(BetaPrior prior, double dispersion) {
        return ages.stream().map(split -> split.change(prior, dispersion)).toList();
    }

    /** What it says of a change with that of the cost. */
    Optional<RateChange> changeAtCost(BetaPrior prior, double dispersion) {
        return atCost.map(split -> split.change(prior, dispersion));
    }
}
