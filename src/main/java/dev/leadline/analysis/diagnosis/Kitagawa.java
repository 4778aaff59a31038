package dev.leadline.analysis.diagnosis;

/**
 * The difference between two totals, each a mean of the rates of its parts weighed by their shares, told apart: what comes from
 * the shares (mix) and what from the rates. Each effect is the mean of its two standardisations, so that nothing is left over:
 *
 * <pre>mix = sum (s_i - S_i) (r_i + R_i) / 2        rate = sum (r_i - R_i) (s_i + S_i) / 2</pre>
 *
 * <p>E. M. Kitagawa (1955), Components of a difference between two rates, JASA 50, 1168-1194.
 *
 * @param own the total of the one, sum s_i r_i
 * @param peers the total of the other, sum S_i R_i
 */
record Kitagawa(double own, double peers, double mix, double rate) {

    /** Totals whose logarithms are no further apart have their mean as the logarithmic mean, to a double's precision. */
    private static final double NEARLY_EQUAL = 1e-9;

    /** Shares sum to 1 on either side; all arrays are as long as there are parts. */
    static Kitagawa of(double[] ownShares, double[] ownRates, double[] peersShares, double[] peersRates) {
        double own = 0;
        double peers = 0;
        double mix = 0;
        double rate = 0;
        for (int i = 0; i < ownShares.length; i++) {
            own += ownShares[i] * ownRates[i];
            peers += peersShares[i] * peersRates[i];
            mix += (ownShares[i] - peersShares[i]) * (ownRates[i] + peersRates[i]) / 2;
            rate += (ownRates[i] - peersRates[i]) * (ownShares[i] + peersShares[i]) / 2;
        }
        return new Kitagawa(own, peers, mix, rate);
    }

    /**
     * By what a difference is divided to become one of logarithms: the logarithmic mean of the totals, both above 0. So the
     * effects sum to ln(own) - ln(peers) (B. W. Ang 2005, Energy Policy 33, 867-871).
     */
    double logarithmicMean() {
        double ratio = Math.log(own / peers);
        return Math.abs(ratio) < NEARLY_EQUAL ? (own + peers) / 2 : (own - peers) / ratio;
    }
}
