package dev.leadline.ledger.segment;

import dev.leadline.ledger.store.AnswerRows;

/**
 * How long inquiries waited for their first answer, as sums that add up over days and cells. A wait is at least a minute; of a
 * wait of h hours ln(h) is summed, so that one forgotten inquiry does not outweigh a hundred others.
 *
 * @param known valid inquiries whose first answer is known and lies on the as-of day or before
 * @param logs sum of ln(hours)
 * @param squares sum of ln(hours) squared
 */
public record ResponseTimes(long known, double logs, double squares) {

    static ResponseTimes ofMicros(long known, long logs, long squares) {
        return new ResponseTimes(known, logs * AnswerRows.MICROS, squares * AnswerRows.MICROS);
    }
}
