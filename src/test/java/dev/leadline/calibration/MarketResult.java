package dev.leadline.calibration;

import dev.leadline.analysis.stability.Verdict;
import java.util.List;

/** All that was answered of one market. */
record MarketResult(MarketSetting setting, List<Answer> answers, List<Chance> chances, List<Verdicts> verdicts) {

    /** The probability of the target that was answered for a segment, and whether it is reached. */
    record Chance(long deals, double probability, boolean reached) {}

    /** What was said of a segment's volume and cost. */
    record Verdicts(Verdict volume, Verdict cost) {}
}
