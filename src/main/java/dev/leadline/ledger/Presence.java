package dev.leadline.ledger;

/**
 * How some segment stands at one value of a dimension.
 *
 * @param targeted whether a campaign of the segment targets the value
 * @param inquiries valid ones so far
 * @param margin of all deals so far
 */
public record Presence(boolean targeted, long inquiries, double margin) {}
