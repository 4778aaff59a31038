package dev.leadline.ledger;

/**
 * How long inquiries waited for their first answer, as sums that add up over days and cells. A wait is at least a minute; of a
 * wait of h hours ln(h) is summed, so that one forgotten inquiry does not outweigh a hundred others.
 *
 * @param known valid inquiries whose first answer is known and lies on the as-of day or before
 * @param logs sum of ln(hours)
 * @param squares sum of ln(hours) squared
 */
public record ResponseTimes(long known, double logs, double squares) {

    /** The sums are kept in millionths, for whole numbers have the same sum in any order. */
    static final double MICROS = 1e-6;

    static ResponseTimes ofMicros(long known, long logs, long squares) {
        return new ResponseTimes(known, logs * MICROS, squares * MICROS);
    }
}
