package dev.leadline.analysis.diagnosis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The link that holds a segment back, and who can fix it. */
@Schema(description = """
                The link that holds a segment back.

                - `ADVERTISING`: too few inquiries come, at a normal cost each
                - `SALES_AND_SERVICE`: inquiries cost as usual, but fewer become deals
                - `AD_STRATEGY`: inquiries cost too much for what a deal brings in
                - `PRODUCT_MARGIN`: deals bring in too little for what an inquiry costs
                - `NONE`: no factor is worse than its peers', or only because of what the segment sells, or another factor makes up for it
                - `UNDETERMINED`: something may be wrong, but the data cannot tell what
                """)
public enum Bottleneck {
    /** Too few inquiries come, at a normal cost each. */
    ADVERTISING("advertising"),
    /** Inquiries cost as usual, but fewer become deals. */
    SALES_AND_SERVICE("sales and service"),
    /** Inquiries cost too much for what a deal brings in. */
    AD_STRATEGY("ad strategy"),
    /** Deals bring in too little for what an inquiry costs. */
    PRODUCT_MARGIN("product"),
    /** No factor is worse than its peers', or only because of what the segment sells, or another factor makes up for it. */
    NONE(null),
    /** Something may be wrong, but the data cannot tell what. */
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
