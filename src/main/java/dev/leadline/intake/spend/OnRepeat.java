package dev.leadline.intake.spend;

import dev.leadline.intake.record.Repeated;
import dev.leadline.intake.record.Repeats;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import java.util.List;

/** What is done with rows of one key within one request. */
enum OnRepeat implements Repeats<SpendDraft> {
    /** They are parts of one cost, by device or ad, and are added. */
    SUM {
        @Override
        public Repeated<SpendDraft> together(SpendDraft earlier, SpendDraft later) {
            SpendFigures sum = earlier.figures().plus(later.figures());
            List<FieldError> faults = sum.faults();
            return faults.isEmpty()
                    ? new Repeated<>(later.with(sum), RowOutcome.summed())
                    : new Repeated<>(earlier, RowOutcome.rejected(Problem.invalid(faults)));
        }
    },
    /** Each states the day anew; the last one stays. */
    LAST {
        @Override
        public Repeated<SpendDraft> together(SpendDraft earlier, SpendDraft later) {
            return new Repeated<>(later, RowOutcome.skipped());
        }
    },
    /** There must be one only; the first one stays. */
    REJECT {
        @Override
        public Repeated<SpendDraft> together(SpendDraft earlier, SpendDraft later) {
            return new Repeated<>(
                    earlier,
                    RowOutcome.rejected(Problem.refused(
                            "repeated-key",
                            "The key is repeated in the request",
                            "An earlier row of this request has the same campaign, day and dimensions. Add the rows up, or send"
                                    + " onRepeat=sum.")));
        }
    };

    @Override
    public Object key(SpendDraft row) {
        return row.key();
    }
}
