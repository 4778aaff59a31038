package dev.leadline.analysis.estimate;

/**
 * Orders so large that nobody knows whether such come again: neither the segment's own nor its siblings' let expect them.
 *
 * @param orders how many
 * @param of all deals of the window
 * @param share of the margin of those above 0, 0 to 1
 * @param timesMedian the largest, in medians
 */
public record LargeOrders(long orders, long of, double share, double timesMedian) {}
