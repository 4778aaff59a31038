package dev.leadline.analysis.diagnosis;

/** The link that holds a segment back, and whose it is to mend. */
public enum Bottleneck {
    /** Too few inquiries come, at a normal cost each. */
    ADVERTISING("advertising"),
    /** Inquiries cost the usual, but fewer become deals. */
    SALES_AND_SERVICE("sales and service"),
    /** Inquiries cost too much. */
    AD_STRATEGY("ad strategy"),
    /** Deals bring too little. */
    PRODUCT_MARGIN("product"),
    /** No factor is worse than its peers'. */
    NONE(null),
    /** Something may be wrong, but the data cannot say what. */
    UNDETERMINED(null);

    private final String owner;

    Bottleneck(String owner) {
        this.owner = owner;
    }

    /** Who has it in hand; null where there is no bottleneck. */
    public String owner() {
        return owner;
    }
}
