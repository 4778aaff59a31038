package dev.leadline.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an action is recommended. */
@Schema(description = """
                Why an action is recommended. Reasons are added from time to time: clients must accept unknown reasons, and go by \
                the action.

                - `PROFITABLE_AND_STABLE`: SCALE: the return is above target with high probability, volume and cost are stable, and when it became SCALE that rested on no single deal or week
                - `ABOVE_AFFORDABLE_COST`: FIX: an inquiry costs more than it may with high probability, or none has come in for all that was spent, and that rests on no single deal or week
                - `LEARNING`: HOLD: too few deals, too short a history, no value of a deal yet, or no spend on record
                - `UNSTABLE_VOLUME`: HOLD: the weekly inquiries fell, although the spend did not fall as much
                - `UNSTABLE_COST`: HOLD: an inquiry has become more expensive
                - `VOLATILE_VOLUME`: HOLD: the weekly inquiries swing so much that the next four weeks cannot be foreseen
                - `UNSTABLE_CONVERSION`: HOLD: fewer recent inquiries may become deals than did before, so that the return may be below the target
                - `SHORT_SERIES`: HOLD: too few complete weeks to judge stability
                - `WITHIN_RANGE`: HOLD: the return may be above or below the target
                - `UNRIPE`: HOLD: it looks too expensive, but its cohorts are too young to tell
                - `VALUE_DOUBTFUL`: HOLD: a few orders are so much larger than all others, its own and other segments', that nobody knows whether such come again, and the conclusion depends on that
                - `RESTS_ON_ONE_DEAL`: HOLD: the conclusion depends on its largest deal
                - `RESTS_ON_ONE_WEEK`: HOLD: the conclusion depends on a single week
                - `COST_NOT_KNOWN`: HOLD: its cost is only allocated, and by its true share of what was spent for it and others the conclusion may be another
                """)
public enum Reason {
    /** SCALE: return above target with high probability, volume and cost stable, and when it became so that rested on no single deal or week. */
    PROFITABLE_AND_STABLE,
    /** FIX: an inquiry costs more than it may, or none comes at all, with high probability, and that rests on no single deal or week. */
    ABOVE_AFFORDABLE_COST,
    /** HOLD: too few deals, or too short a history, or no value of a deal yet, or no spend on record. */
    LEARNING,
    /** HOLD: the weekly inquiries fell, although the spend did not fall as much. */
    UNSTABLE_VOLUME,
    /** HOLD: an inquiry has become more expensive. */
    UNSTABLE_COST,
    /** HOLD: the weekly inquiries swing so much that the next four weeks cannot be foreseen. */
    VOLATILE_VOLUME,
    /** HOLD: fewer recent inquiries may become deals than did before, so that the return may be below the target. */
    UNSTABLE_CONVERSION,
    /** HOLD: too few complete weeks to judge stability. */
    SHORT_SERIES,
    /** HOLD: the return may be above or below the target. */
    WITHIN_RANGE,
    /** HOLD: it looks too expensive, but its cohorts are too young to tell. */
    UNRIPE,
    /** HOLD: nobody knows whether a few odd orders come again, and the conclusion depends on that. */
    VALUE_DOUBTFUL,
    /** HOLD: the conclusion depends on its largest deal. */
    RESTS_ON_ONE_DEAL,
    /** HOLD: the conclusion depends on a single week. */
    RESTS_ON_ONE_WEEK,
    /** HOLD: its cost is only allocated, and by its true share the conclusion may be another. */
    COST_NOT_KNOWN
}
