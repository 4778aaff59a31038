package dev.leadline.calibration.untidy;

/** What the truth of a segment is summed from, offer by offer and day by day. */
final class SegmentSums {

    private double expectedInquiries;
    private double spend;
    private long inquiries;
    /** Of those inquiries, expected. */
    private double customers;

    private double expectedMargin;
    private double realisedMargin;
    private double nextMargin;
    private double nextSpend;

    /**
     * A day of the window.
     *
     * @param rate share of its inquiries that become customers
     * @param outcome of those
     * @param expected inquiries
     * @param inquiries that came
     * @param margin that these bring by the horizon
     */
    void add(double rate, Outcome outcome, double expected, double spent, int inquiries, double margin) {
        double converting = inquiries * rate;
        this.expectedInquiries += expected;
        this.spend += spent;
        this.inquiries += inquiries;
        this.customers += converting * outcome.share();
        this.expectedMargin += converting * outcome.margin();
        this.realisedMargin += margin;
    }

    /** What another day of an offer costs and brings, as it is now. */
    void next(Offer offer, Outcome outcome) {
        nextMargin += offer.volume(0) * offer.rate(0) * outcome.margin();
        nextSpend += offer.volume(0) * offer.price(0);
    }

    SegmentTruth truth() {
        return new SegmentTruth(
                nextMargin / nextSpend - 1,
                customers / inquiries,
                expectedMargin / customers,
                spend / expectedInquiries,
                expectedMargin / spend - 1,
                realisedMargin / spend - 1);
    }
}
