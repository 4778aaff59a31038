package dev.leadline.ledger.segment;

/**
 * How some segment stands at one value of a dimension.
 *
 * @param targeted whether a campaign of the segment targets the value
 * @param inquiries valid ones so far
 */
public record Presence(boolean targeted, long inquiries) {}
