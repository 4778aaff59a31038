package dev.leadline.ledger.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * All records of one workspace as they stood in one snapshot of the database.
 *
 * <p>Immutable but for the vocabulary, which grows when the next snapshot is read, and for what {@link CountCache} keep; who reads holds the
 * workspace's lock.
 */
final class WorkspaceRecords {

    /** Roughly: its names in the dictionaries, its row of numbers, and what is counted by it. */
    private static final int BYTES_OF_A_CELL = 200;

    final CellDictionary vocabulary;
    final List<CampaignRow> campaigns;
    /** By day from 1970-01-01: what tells one state of the day from another. Days without one have never changed. */
    final Map<Integer, Long> versions;
    /** By day from 1970-01-01. */
    final NavigableMap<Integer, DayRecords> days;

    final CountCache counts;
    private volatile Ledger last;

    WorkspaceRecords(
            CellDictionary vocabulary,
            List<CampaignRow> campaigns,
            CountCache counts,
            Map<Integer, Long> versions,
            NavigableMap<Integer, DayRecords> days) {
        this.vocabulary = vocabulary;
        this.campaigns = campaigns;
        this.counts = counts;
        this.versions = versions;
        this.days = days;
    }

    /** The ledger as of the end of a day. */
    Ledger ledger(LocalDate asOf) {
        Ledger known = last;
        if (known == null || !known.asOf().equals(asOf)) {
            known = new Ledger(counts, days, firstDay(asOf), asOf);
            last = known;
        }
        return known;
    }

    private LocalDate firstDay(LocalDate asOf) {
        return days.headMap(Math.toIntExact(asOf.toEpochDay()), true).entrySet().stream()
                .filter(day -> day.getValue().isActive())
                .findFirst()
                .map(day -> LocalDate.ofEpochDay(day.getKey()))
                .orElse(asOf);
    }

    /** The memory they take, roughly. */
    long bytes() {
        return (long) BYTES_OF_A_CELL * counts.cells.size()
                + days.values().stream().mapToLong(DayRecords::bytes).sum();
    }
}
