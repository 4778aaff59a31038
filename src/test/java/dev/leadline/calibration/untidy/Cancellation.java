package dev.leadline.calibration.untidy;

import dev.leadline.demo.RandomSource;

/**
 * How many deals are cancelled in the end, and how long after they closed.
 *
 * @param share of the deals
 * @param earliest days after the close
 * @param latest days after the close; every day between is as likely
 */
record Cancellation(double share, int earliest, int latest) {

    static final Cancellation NONE = new Cancellation(0, 0, 0);

    /** Days from close to cancellation; {@link Order#NEVER} for most. */
    int draw(RandomSource random) {
        return share > 0 && random.chance(share) ? Draws.whole(random, earliest, latest) : Order.NEVER;
    }
}
