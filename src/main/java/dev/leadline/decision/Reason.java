package dev.leadline.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an action is recommended. */
@Schema(description = """
                Why an action is recommended.

                - `PROFITABLE_AND_STABLE`: SCALE: the return is above target with high probability, volume and cost are stable, and when it became SCALE that rested on no single deal or week
                - `ABOVE_AFFORDABLE_COST`: FIX: an inquiry costs more than it may with high probability, or none comes for all that was spent, and that rests on no single deal or week
                - `LEARNING`: HOLD: too few deals, too short a history, no value of a deal yet, or no spend on record
                - `UNSTABLE_VOLUME`: HOLD: the weekly inquiries fell without the spend falling alike
                - `UNSTABLE_COST`: HOLD: an inquiry has become dearer
                - `SHORT_SERIES`: HOLD: too few complete weeks to judge stability
                - `WITHIN_RANGE`: HOLD: the return may lie on either side of the target
                - `UNRIPE`: HOLD: it looks too dear, but its cohorts are too young to say
                - `RESTS_ON_ONE_DEAL`: HOLD: without its largest deal the conclusion falls
                - `RESTS_ON_ONE_WEEK`: HOLD: without one of its weeks the conclusion falls
                - `COST_NOT_KNOWN`: HOLD: its cost is only shared by inquiries, and the conclusion would not stand if it were half as high again, or a third lower where an inquiry looks too dear
                - `FALSE_DISCOVERY`: HOLD: among so many segments one as good as this is likely to be chance
                """)
public enum Reason {
    /** SCALE: return above target with high probability, volume and cost stable, and when it became so that rested on no single deal or week. */
    PROFITABLE_AND_STABLE,
    /** FIX: an inquiry costs more than it may, or none comes at all, with high probability, and that rests on no single deal or week. */
    ABOVE_AFFORDABLE_COST,
    /** HOLD: too few deals, or too short a history, or no value of a deal yet, or no spend on record. */
    LEARNING,
    /** HOLD: the weekly inquiries fell without the spend falling alike. */
    UNSTABLE_VOLUME,
    /** HOLD: an inquiry has become dearer. */
    UNSTABLE_COST,
    /** HOLD: too few complete weeks to judge stability. */
    SHORT_SERIES,
    /** HOLD: the return may lie on either side of the target. */
    WITHIN_RANGE,
    /** HOLD: it looks too dear, but its cohorts are too young to say. */
    UNRIPE,
    /** HOLD: without its largest deal the conclusion falls. */
    RESTS_ON_ONE_DEAL,
    /** HOLD: without one of its weeks the conclusion falls. */
    RESTS_ON_ONE_WEEK,
    /** HOLD: its cost is only shared by inquiries, and the conclusion would not stand if that were higher, or lower. */
    COST_NOT_KNOWN,
    /** HOLD: among so many segments one as good as this is likely to be chance. */
    FALSE_DISCOVERY
}
