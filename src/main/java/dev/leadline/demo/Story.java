package dev.leadline.demo;

/** What a product of a simulated market is an example of. */
public enum Story {
    /** An early, lucky, big order hides bad economics. */
    LUCKY_ORDER,
    /** Launched lately and slow to close: excellent, but most of its deals are still to come. */
    YOUNG_STAR,
    /** Normal cost and order value; sales follow-up is poor, so conversion is a third of the peers'. */
    POOR_FOLLOW_UP,
    /** The same budget brings ever fewer inquiries. */
    DRIFTING_COST,
    /** Clearly profitable, steady, with plenty of deals. */
    STABLE_WINNER,
    /** Around break-even. */
    ORDINARY
}
