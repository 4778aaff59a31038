package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** Makes a {@link Ledger} of rows given one by one, as of the day up to which they are given. */
public final class LedgerBuilder {

    private final LocalDate firstDay;
    private final LocalDate asOf;
    private final CellDictionary vocabulary = new CellDictionary();
    private final List<CampaignRow> campaigns = new ArrayList<>();
    private final NavigableMap<Integer, DayRecordsBuilder> days = new TreeMap<>();

    /** @param firstDay no record lies before it */
    public LedgerBuilder(LocalDate firstDay, LocalDate asOf) {
        this.firstDay = firstDay;
        this.asOf = asOf;
    }

    /** @param values one of each dimension in the order of {@link Dimension}; the campaign's own is its id */
    public void campaign(UUID id, String name, String[] values) {
        campaigns.add(new CampaignRow(id, name, number(firstDay), values));
    }

    /** @param own region, industry and market segment, null where the inquiries say nothing of them */
    public void inquiries(UUID campaign, LocalDate day, String[] own, long valid, long invalid) {
        int cell = cell(campaign, own);
        for (long i = 0; i < valid + invalid; i++) {
            day(day).inquiry(cell, i < valid ? DayRecords.NEVER : DayRecords.ALWAYS, number(day));
        }
    }

    /** The first answer to a valid inquiry of a day. */
    public void answer(UUID campaign, LocalDate day, String[] own, LocalDate answered, double hours) {
        int log = (int) Math.round(Math.log(Math.max(1 / 60.0, hours)) / AnswerRows.MICROS);
        day(day).answer(cell(campaign, own), number(answered), log, DayRecords.NEVER);
    }

    public void spend(UUID campaign, LocalDate day, String[] named, BigDecimal amount) {
        day(day).spend(cell(campaign, named), units(amount), number(day));
    }

    /**
     * Deals of one inquiry must come one after the other, in the order they closed.
     *
     * @param cancelledDay null unless cancelled
     */
    public void deal(
            UUID campaign,
            String[] own,
            UUID inquiry,
            LocalDate cohortDay,
            int lag,
            LocalDate closedDay,
            LocalDate cancelledDay,
            BigDecimal revenue,
            BigDecimal margin) {
        day(cohortDay)
                .deal(
                        cell(campaign, own),
                        inquiry,
                        lag,
                        number(closedDay),
                        cancelledDay == null ? DayRecords.NEVER : number(cancelledDay),
                        DayRecords.NEVER,
                        DayRecords.NEVER,
                        number(closedDay),
                        units(revenue),
                        units(margin),
                        0);
    }

    public Ledger build() {
        NavigableMap<Integer, DayRecords> records = new TreeMap<>();
        days.forEach((day, builder) -> records.put(day, builder.build()));
        return new Ledger(CountCache.of(vocabulary, campaigns, null), records, firstDay, asOf);
    }

    private DayRecordsBuilder day(LocalDate day) {
        return days.computeIfAbsent(number(day), number -> new DayRecordsBuilder(vocabulary, number));
    }

    private int cell(UUID campaign, String[] own) {
        return vocabulary.cell(campaign, own[0], own[1], own[2]);
    }

    private static int number(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** As the ledger keeps money: in units of 1/10,000. */
    private static long units(BigDecimal amount) {
        return amount.movePointRight(4).longValueExact();
    }
}
