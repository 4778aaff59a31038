package dev.leadline.statistics;

/**
 * Which of a segment's orders are unlike those of its siblings, so that what these say of them does not count; see {@link OrderCheck}.
 *
 * @param small orders below it are a kind of their own, which is taken to bring nothing; 0 if none is
 * @param large nobody knows whether orders of this size and above come again; infinite if none is odd
 */
public record OddOrders(double small, double large) {

    /** No order is odd. */
    public static final OddOrders NONE = new OddOrders(0, Double.POSITIVE_INFINITY);

    /**
     * @param orders of the segment, all or a part
     * @return the sums of those that are not of the small kind
     */
    public MarginStatistics usual(OrderMargins orders) {
        return small == 0 ? orders.statistics() : orders.without(small);
    }

    /**
     * @param orders of the segment, all or a part
     * @return the odd ones among them
     */
    public Part of(OrderMargins orders) {
        return new Part(orders.count() - orders.atLeast(small), orders.from(large));
    }

    /**
     * The odd ones of some orders.
     *
     * @param small how many are of the small kind
     * @param large the sums of the large ones
     */
    public record Part(long small, MarginStatistics large) {

        /** None is odd. */
        static final Part NONE = new Part(0, MarginStatistics.of());

        /**
         * @param other of some of these orders
         * @return those of the rest
         */
        public Part minus(Part other) {
            return new Part(small - other.small, large.minus(other.large));
        }

        /** @return the same if the large ones come again as often as so far */
        public Part withLargeAgain() {
            return new Part(small, MarginStatistics.of());
        }
    }
}
