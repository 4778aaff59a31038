package dev.leadline.calibration;

/** The figures that are judged. */
enum Estimator {
    INQUIRIES_PER_DAY("inquiriesPerDay", false),
    COST_PER_INQUIRY("costPerInquiry", false),
    CONVERSION_RATE("conversionRate", true),
    TOTAL_CONVERSION("conversionRate of the total", true),
    MARGIN_PER_DEAL("marginPerDeal", true),
    MARGIN_PER_INQUIRY("marginPerInquiry", true),
    MAX_AFFORDABLE("maxAffordableCostPerInquiry", true),
    /** Judged by what came of it, not by what was to be expected: it may cover more than its level. */
    PROJECTED_ROI("projectedRoi", true);

    private final String apiName;
    private final boolean ofDeals;

    Estimator(String apiName, boolean ofDeals) {
        this.apiName = apiName;
        this.ofDeals = ofDeals;
    }

    String apiName() {
        return apiName;
    }

    /** Whether it is deals that it is known by, and not inquiries. */
    boolean isOfDeals() {
        return ofDeals;
    }
}
