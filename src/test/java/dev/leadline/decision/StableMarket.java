package dev.leadline.decision;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Stable histories side by side in one workspace, and what is recommended for them. */
record StableMarket(List<StableHistory> histories) {

    /** How many products a drawn market has. */
    static final int PRODUCTS = 4;

    /** Products for whose inquiries more or less is paid. */
    static StableMarket draw(long seed) {
        return new StableMarket(IntStream.range(0, PRODUCTS)
                .mapToObj(i -> StableHistory.draw("p" + i, 12 + 6 * i, 10 * seed + i))
                .toList());
    }

    /** By product, on the last day. */
    Map<Object, Recommendation> judged() {
        return Asking.asOf(StableHistory.LAST, Dimension.PRODUCT).of(ledger(StableHistory.LAST)).items().stream()
                .collect(Collectors.toMap(
                        item -> item.segment().get("product"), item -> item, (a, b) -> a, TreeMap::new));
    }

    /** What is recommended on a day for a product that is not of this market, if it were there too. */
    Recommendation judgedWith(StableHistory history, LocalDate day) {
        List<StableHistory> all = new ArrayList<>(histories);
        all.add(history);
        return Asking.asOf(day, Dimension.PRODUCT).of(new StableMarket(all).ledger(day), history.product());
    }

    Ledger ledger(LocalDate day) {
        LedgerFixture fixture = new LedgerFixture();
        histories.forEach(history -> history.in(fixture));
        return fixture.asOf(day);
    }
}
