package dev.leadline.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The markets of a run: a Latin-like design, in which every level of every dimension comes equally often and is paired with
 * those of the others at random.
 */
final class Grid {

    static final double[] VOLUMES = {0.3, 0.83, 2.3, 6.5, 18, 50};
    static final double[] RATES = {0.005, 0.011, 0.026, 0.058, 0.13, 0.3};
    static final double[] MEDIAN_DELAYS = {3, 7, 16, 39, 90};
    static final double[] DISPERSIONS = {1, 1.5, 2.2, 3.3, 5};
    static final double[] LOG_SDS = {0.3, 0.45, 0.67, 1, 1.5};
    private static final double[] SPREADS = {0.15, 0.4, 0.8};
    private static final Drift[] DRIFTS = {
        Drift.NONE,
        Drift.NONE,
        Drift.NONE,
        Drift.NONE,
        Drift.NONE,
        Drift.NONE,
        Drift.RATE_RISES,
        Drift.RATE_FALLS,
        Drift.VOLUME_RISES,
        Drift.VOLUME_FALLS,
        Drift.COST_RISES,
        Drift.COST_FALLS
    };
    private static final int[] TRACKED_FROM = {0, MarketSetting.DAYS / 2};
    private static final int[] HORIZONS = {180, 180, 365};

    private Grid() {}

    static List<MarketSetting> markets(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] volume = levels(count, VOLUMES.length, random);
        int[] rate = levels(count, RATES.length, random);
        int[] medianDelay = levels(count, MEDIAN_DELAYS.length, random);
        int[] dispersion = levels(count, DISPERSIONS.length, random);
        int[] logSd = levels(count, LOG_SDS.length, random);
        int[] spread = levels(count, SPREADS.length, random);
        int[] delay = levels(count, DelayLaw.values().length, random);
        int[] drift = levels(count, DRIFTS.length, random);
        int[] tracked = levels(count, TRACKED_FROM.length, random);
        int[] horizon = levels(count, HORIZONS.length, random);
        int[] handled = levels(count, 2, random);
        List<MarketSetting> markets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            markets.add(new MarketSetting(
                    random.nextLong(),
                    VOLUMES[volume[i]],
                    RATES[rate[i]],
                    MEDIAN_DELAYS[medianDelay[i]],
                    DISPERSIONS[dispersion[i]],
                    LOG_SDS[logSd[i]],
                    SPREADS[spread[i]],
                    DelayLaw.values()[delay[i]],
                    DRIFTS[drift[i]],
                    TRACKED_FROM[tracked[i]],
                    HORIZONS[horizon[i]],
                    handled[i] == 1));
        }
        return markets;
    }

    /** Each level as often as the others, in an order of its own (Fisher and Yates). */
    private static int[] levels(int count, int levels, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i % levels;
        }
        return order;
    }
}
