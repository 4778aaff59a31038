package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/**
 * A made-up history of one product with one campaign of its name, as even as can be: so many inquiries and so much spend a day,
 * and of every so many inquiries one that becomes a deal, with lags of 10, 20 and 30 days and margins between 600 and 1,600 (on
 * average 1,000). What a test varies it gives as a function of the day, counted back from {@link #LAST}; a spend that is no number is
 * none on record.
 */
public record History(
        String product,
        LocalDate from,
        IntUnaryOperator inquiries,
        IntToDoubleFunction spend,
        IntUnaryOperator inquiriesPerDeal,
        IntToDoubleFunction margin) {

    /** The last day, a Sunday. */
    public static final LocalDate LAST = LocalDate.of(2026, 6, 28);

    private static final double[] MARGINS = {0.6, 0.75, 0.9, 1.15, 1.6};
    private static final int[] LAGS = {10, 30, 20};

    /** Three inquiries a day over 56 weeks, a deal of each 20th: an inquiry earns 50 over its cycle. */
    public static History of(String product, double costPerInquiry) {
        return new History(product, LAST.minusDays(391), d -> 3, d -> 3 * costPerInquiry, d -> 20, d -> 1000);
    }

    public History from(LocalDate day) {
        return new History(product, day, inquiries, spend, inquiriesPerDeal, margin);
    }

    public History inquiries(IntUnaryOperator perDay) {
        return new History(product, from, perDay, spend, inquiriesPerDeal, margin);
    }

    public History spend(IntToDoubleFunction perDay) {
        return new History(product, from, inquiries, perDay, inquiriesPerDeal, margin);
    }

    /** Nobody has posted what it costs. */
    public History withoutSpend() {
        return spend(day -> Double.NaN);
    }

    public History inquiriesPerDeal(IntUnaryOperator count) {
        return new History(product, from, inquiries, spend, count, margin);
    }

    public History margin(IntToDoubleFunction mean) {
        return new History(product, from, inquiries, spend, inquiriesPerDeal, mean);
    }

    public LedgerFixture in(LedgerFixture fixture) {
        fixture.campaign(product, Map.of(Dimension.PRODUCT, product, Dimension.CATEGORY, "of " + product));
        long days = ChronoUnit.DAYS.between(from, LAST);
        double due = 0;
        int deals = 0;
        for (int d = (int) days; d >= 0; d--) {
            LocalDate day = LAST.minusDays(d);
            int count = inquiries.applyAsInt(d);
            fixture.inquiries(product, day, count);
            if (!Double.isNaN(spend.applyAsDouble(d))) {
                fixture.spend(product, day, String.format(Locale.ROOT, "%.2f", spend.applyAsDouble(d)));
            }
            due += (double) count / inquiriesPerDeal.applyAsInt(d);
            for (; due >= 1; due--) {
                fixture.deal(
                        product,
                        day,
                        LAGS[deals % LAGS.length],
                        String.format(Locale.ROOT, "%.2f", margin.applyAsDouble(d) * MARGINS[deals % MARGINS.length]));
                deals++;
            }
        }
        return fixture;
    }

    public static LedgerFixture fixture(History... histories) {
        LedgerFixture fixture = new LedgerFixture();
        for (History history : histories) {
            history.in(fixture);
        }
        return fixture;
    }
}
