package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.cut.SegmentView;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.ledger.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Compares each segment with its peers, factor by factor. */
public final class Diagnostics {

    private static final double SURE = 0.9;
    /** A loss below a tenth is no bottleneck, however sure it is. */
    private static final double WORTH_NAMING = 0.1;
    /** With fewer inquiries a segment says nothing of itself. */
    private static final int FEWEST_INQUIRIES = 30;

    private enum Kind {
        COST("costPerInquiry", Bottleneck.AD_STRATEGY, 1, Factors::costPerInquiry),
        CONVERSION("conversionRate", Bottleneck.SALES_AND_SERVICE, -1, Factors::conversionRate),
        VALUE("marginPerDeal", Bottleneck.PRODUCT_MARGIN, -1, Factors::marginPerDeal),
        VOLUME("volume", Bottleneck.ADVERTISING, -1, Factors::volume);

        private final String apiName;
        private final Bottleneck bottleneck;
        /** 1 where more is worse. */
        private final int worse;

        private final Function<Factors, Optional<LogFigure>> figure;

        Kind(String apiName, Bottleneck bottleneck, int worse, Function<Factors, Optional<LogFigure>> figure) {
            this.apiName = apiName;
            this.bottleneck = bottleneck;
            this.worse = worse;
            this.figure = figure;
        }
    }

    private final List<Factors> family;
    private final List<SegmentEstimates> estimates;

    /** @param siblings the estimates of all segments of the grouping */
    public Diagnostics(List<SegmentEstimates> siblings) {
        this.estimates = List.copyOf(siblings);
        this.family = siblings.stream().map(Factors::of).toList();
    }

    /** @param member the segment's place among the siblings */
    public Diagnosis of(Segment segment, int member) {
        Map<Kind, Factor> compared = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            compare(kind, member).ifPresent(factor -> compared.put(kind, factor));
        }
        Map<String, Factor> factors = new LinkedHashMap<>();
        compared.forEach((kind, factor) -> factors.put(kind.apiName, factor));
        Bottleneck bottleneck = bottleneck(compared, estimates.get(member).inquiries());
        return new Diagnosis(
                SegmentView.of(segment),
                factors,
                bottleneck,
                bottleneck.owner(),
                sentence(SegmentView.words(segment), bottleneck, compared));
    }

    private Optional<Factor> compare(Kind kind, int member) {
        List<LogFigure> peers = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            if (i != member) {
                kind.figure.apply(family.get(i)).ifPresent(peers::add);
            }
        }
        Optional<LogFigure> own = kind.figure.apply(family.get(member));
        if (own.isEmpty() || peers.isEmpty()) {
            return Optional.empty();
        }
        LogFigure mean = LogFigure.meanOf(peers);
        double below = own.get().probabilityBelow(mean);
        return Optional.of(new Factor(
                Estimate.rounded(Math.exp(own.get().log())),
                Estimate.rounded(Math.exp(mean.log())),
                Estimate.rounded(kind.worse * (own.get().log() - mean.log())),
                Estimate.rounded(kind.worse > 0 ? 1 - below : below)));
    }

    private static Bottleneck bottleneck(Map<Kind, Factor> factors, long inquiries) {
        if (inquiries < FEWEST_INQUIRIES || !factors.containsKey(Kind.CONVERSION)) {
            return Bottleneck.UNDETERMINED;
        }
        List<Kind> worse = factors.entrySet().stream()
                .filter(e ->
                        e.getValue().probabilityWorse() >= SURE && e.getValue().loss() >= WORTH_NAMING)
                .sorted(Comparator.comparing(e -> -e.getValue().loss()))
                .map(Map.Entry::getKey)
                .toList();
        List<Kind> within = worse.stream().filter(kind -> kind != Kind.VOLUME).toList();
        if (within.isEmpty()) {
            return worse.isEmpty()
                    ? Bottleneck.NONE
                    : factors.containsKey(Kind.COST) ? Bottleneck.ADVERTISING : Bottleneck.UNDETERMINED;
        }
        Kind first = within.get(0);
        boolean overlap = within.size() > 1
                && factors.get(within.get(1)).loss() > factors.get(first).loss() / 2;
        return overlap ? Bottleneck.UNDETERMINED : first.bottleneck;
    }

    private static String sentence(String name, Bottleneck bottleneck, Map<Kind, Factor> factors) {
        return switch (bottleneck) {
            case AD_STRATEGY ->
                text(
                        "%s: an inquiry costs %.2f where its peers pay %.2f. Look at the ad strategy: audience, bids, keywords.",
                        name, factors.get(Kind.COST));
            case SALES_AND_SERVICE ->
                String.format(
                        Locale.ROOT,
                        "%s: %.1f %% of inquiries become deals where its peers see %.1f %%. Look at sales and service: who answers,"
                                + " how fast, with what offer.",
                        name,
                        100 * factors.get(Kind.CONVERSION).value(),
                        100 * factors.get(Kind.CONVERSION).peers());
            case PRODUCT_MARGIN ->
                text(
                        "%s: a deal brings %.0f where its peers bring %.0f. Look at the product: price, cost, who it is sold to.",
                        name, factors.get(Kind.VALUE));
            case ADVERTISING ->
                text(
                        "%s: %.2f inquiries a day come where its peers have %.2f, at no higher cost. Look at the advertising:"
                                + " reach and budget.",
                        name, factors.get(Kind.VOLUME));
            case NONE -> name + ": no factor is clearly worse than its peers'.";
            case UNDETERMINED ->
                name + ": the data cannot say yet which link is weak"
                        + (factors.size() < Kind.values().length
                                ? ", for some figures or peers are missing."
                                : ", for more than one factor is worse or too little is known.");
        };
    }

    private static String text(String format, String name, Factor factor) {
        return String.format(Locale.ROOT, format, name, factor.value(), factor.peers());
    }
}
