package dev.leadline.intake.spend;

import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.problem.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a campaign's day, or of a part of it. Equal where the amount is, however it is written, and the counts are.
 *
 * @param amount money, 0 or more
 * @param impressions null: not told
 * @param clicks null: not told
 */
record SpendFigures(BigDecimal amount, Long impressions, Long clicks) {

    /** Most impressions or clicks, of a row as of a sum. */
    static final long MOST_EVENTS = 1_000_000_000_000L;

    private static final BigDecimal MOST_AMOUNT = new BigDecimal(Amounts.MOST);

    SpendFigures {
        amount = Amounts.normalised(amount);
    }

    /** The sums; a count that only one of them tells is that one's. */
    SpendFigures plus(SpendFigures other) {
        return new SpendFigures(
                amount.add(other.amount), sum(impressions, other.impressions), sum(clicks, other.clicks));
    }

    /** Those that are more than can be stored. */
    List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (amount.compareTo(MOST_AMOUNT) > 0) {
            faults.add(tooMuch("/amount", Amounts.MOST));
        }
        if (impressions != null && impressions > MOST_EVENTS) {
            faults.add(tooMuch("/impressions", Long.toString(MOST_EVENTS)));
        }
        if (clicks != null && clicks > MOST_EVENTS) {
            faults.add(tooMuch("/clicks", Long.toString(MOST_EVENTS)));
        }
        return faults;
    }

    private static FieldError tooMuch(String pointer, String most) {
        return FieldError.at(
                pointer,
                "must not be more than " + most
                        + " together with the rows of this request that have the same campaign, day and dimensions");
    }

    private static Long sum(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + other;
    }
}
