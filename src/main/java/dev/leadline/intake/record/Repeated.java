package dev.leadline.intake.record;

/**
 * Two rows of one key that came in one request.
 *
 * @param stands what is to be stored of both
 * @param later what became of the later row: put to the earlier one, or rejected
 */
public record Repeated<D>(D stands, RowOutcome later) {}
