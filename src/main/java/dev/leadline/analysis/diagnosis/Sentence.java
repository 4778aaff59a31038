package dev.leadline.analysis.diagnosis;

import dev.leadline.ledger.Dimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is said to the owner of the shop.
 *
 * @param slow that first answers take clearly longer than the peers'
 * @param asFast that they come about as fast
 * @param spendIsOnRecord whether it is known what the inquiries cost, be it nothing
 */
record Sentence(
        Map<FactorKind, Finding> findings,
        Optional<Comparison> slow,
        Optional<Comparison> asFast,
        boolean spendIsOnRecord) {

    /** From here on a conversion that is likely to be lower makes slow answers worth telling. */
    private static final double LIKELY = 0.75;

    String of(String name, Bottleneck bottleneck) {
        List<String> sentences = new ArrayList<>();
        List<String> explained = explained(bottleneck);
        switch (bottleneck) {
            case AD_STRATEGY -> {
                sentences.add(compared("an inquiry costs %.2f; its peers' cost %.2f.", FactorKind.COST, 1));
                sentences.add("Look at the ad strategy: audience, bids, keywords.");
            }
            case SALES_AND_SERVICE -> {
                sentences.add(compared(
                        "%.1f %% of inquiries become deals; among its peers, %.1f %%.", FactorKind.CONVERSION, 100));
                slow.ifPresent(c -> sentences.add(answersTake(c)));
                asFast.ifPresent(c -> sentences.add(answersAreFast(c)));
                sentences.add("Look at sales and service: who answers, " + (asFast.isPresent() ? "" : "how fast, ")
                        + "with what offer.");
            }
            case PRODUCT_MARGIN -> {
                sentences.add(compared("a deal brings in %.0f; its peers' bring in %.0f.", FactorKind.VALUE, 1));
                sentences.add("Look at the product: price, cost, who it is sold to.");
            }
            case ADVERTISING -> {
                sentences.add(compared(
                        "%.2f inquiries a day come in, its peers get %.2f, at no higher cost.", FactorKind.VOLUME, 1));
                sentences.add("Look at the advertising: reach and budget.");
            }
            case NONE ->
                sentences.add(explained.isEmpty() ? "no factor is clearly worse than its peers'." : "no link is weak.");
            case UNDETERMINED ->
                sentences.add("the data cannot tell yet which link is weak"
                        + (findings.size() < FactorKind.values().length
                                ? spendIsOnRecord
                                        ? ", because some figures or peers are missing."
                                        : ", because no spend is on record. Post it; 0 if it costs nothing."
                                : explained.isEmpty()
                                        ? ": more than one factor is worse, or too little is known."
                                        : "."));
        }
        sentences.addAll(explained);
        if (bottleneck != Bottleneck.SALES_AND_SERVICE && conversionMayBeLower()) {
            slow.ifPresent(c -> sentences.add(answersTake(c)));
        }
        return name + ": " + String.join(" ", sentences);
    }

    private boolean conversionMayBeLower() {
        Finding conversion = findings.get(FactorKind.CONVERSION);
        return conversion != null
                && conversion.plain().probabilityWorse() >= LIKELY
                && conversion.loss() >= Comparison.WORTH_NAMING;
    }

    /** Why what looks worse is not named. */
    private List<String> explained(Bottleneck bottleneck) {
        List<String> sentences = new ArrayList<>();
        for (Finding finding : findings.values()) {
            if (finding.isOnlyMix()) {
                sentences.add(worse(finding) + ", but only because "
                        + because(finding.mix().orElseThrow()) + ".");
            } else if (finding.isMatched() && bottleneck == Bottleneck.NONE) {
                sentences.add(worse(finding)
                        + (finding.kind() == FactorKind.COST
                                ? compared(", but a deal brings in %.0f and theirs %.0f.", FactorKind.VALUE, 1)
                                : compared(", but an inquiry costs %.2f and theirs %.2f.", FactorKind.COST, 1)));
            } else if (finding.isUnsure() && bottleneck == Bottleneck.UNDETERMINED) {
                sentences.add(worse(finding) + doubt(finding.kind()));
            }
        }
        return sentences;
    }

    private static String doubt(FactorKind kind) {
        return switch (kind) {
            case COST -> ", but too little is known about what a deal brings in to call that too much.";
            case VALUE -> ", but given what an inquiry costs, that may still be enough.";
            case CONVERSION -> ", but it is too early to tell fewer deals from later ones.";
            case VOLUME -> throw new IllegalStateException("Volume is never in doubt");
        };
    }

    private String worse(Finding finding) {
        return switch (finding.kind()) {
            case COST -> compared("An inquiry costs %.2f and its peers' %.2f", FactorKind.COST, 1);
            case CONVERSION ->
                compared("%.1f %% of its inquiries become deals and %.1f %% of its peers'", FactorKind.CONVERSION, 100);
            case VALUE -> compared("A deal brings in %.0f and its peers' %.0f", FactorKind.VALUE, 1);
            case VOLUME -> throw new IllegalStateException("Volume has neither mix nor match");
        };
    }

    private static String because(MixEffect mix) {
        if (mix.by() == Dimension.PRODUCT) {
            return "it sells " + (mix.more() ? "more" : "less")
                    + (mix.value() == null ? " without a product name" : " of " + mix.value());
        }
        return (mix.more() ? "more" : "fewer") + " of its inquiries come from "
                + (mix.value() == null ? "unknown regions" : mix.value());
    }

    private String compared(String format, FactorKind kind, double times) {
        Finding finding = findings.get(kind);
        return String.format(Locale.ROOT, format, times * finding.own(), times * finding.peers());
    }

    private static String answersTake(Comparison wait) {
        String own = duration(wait.own());
        String peers = duration(wait.peers());
        String unit = own.substring(own.indexOf(' '));
        return "First answers take " + own + ", its peers' "
                + (peers.endsWith(unit) ? peers.substring(0, peers.length() - unit.length()) : peers) + ".";
    }

    private static String answersAreFast(Comparison wait) {
        String own = duration(wait.own());
        String peers = duration(wait.peers());
        return "Slow answers are not the reason: first answers take "
                + (own.equals(peers) ? "as long as its peers'." : own + ", its peers' " + peers + ".");
    }

    private static String duration(LogEstimate logHours) {
        double hours = Math.exp(logHours.log());
        if (hours < 2) {
            return hours * 60 < 1.5 ? "a minute" : figure(60 * hours) + " minutes";
        }
        return hours < 72 ? figure(hours) + " hours" : figure(hours / 24) + " days";
    }

    /** Two digits are enough for a wait. */
    private static String figure(double value) {
        return new BigDecimal(value)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }
}
