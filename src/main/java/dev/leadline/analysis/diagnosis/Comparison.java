package dev.leadline.analysis.diagnosis;

/**
 * A figure of a segment against its peers'.
 *
 * @param worse 1 where more is worse, -1 where less is
 */
record Comparison(int worse, LogEstimate own, LogEstimate peers) {

    /** The probability from which something is said without a doubt: that of the intervals. */
    static final double SURE = 0.9;
    /** A loss below a tenth is no bottleneck, however sure it is. */
    static final double WORTH_NAMING = 0.1;

    /** What it costs, in logarithms; negative: it gains. */
    double loss() {
        return worse * (own.log() - peers.log());
    }

    double probabilityWorse() {
        double below = own.probabilityBelow(peers);
        return worse > 0 ? 1 - below : below;
    }

    /** Surely worse, and by enough to be named. */
    boolean isWorse() {
        return probabilityWorse() >= SURE && loss() >= WORTH_NAMING;
    }

    /** Without a part of the loss that something else explains. */
    Comparison without(LogEstimate explained) {
        return new Comparison(
                worse,
                new LogEstimate(own.log() - worse * explained.log(), Math.hypot(own.sd(), explained.sd())),
                peers);
    }
}
