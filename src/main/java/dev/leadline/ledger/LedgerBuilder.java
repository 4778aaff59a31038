package dev.leadline.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes rows as they come from the database and makes a {@link Ledger}. Campaigns come first. */
final class LedgerBuilder {

    private static final int REGION = Dimension.REGION.ordinal();
    private static final int INDUSTRY = Dimension.INDUSTRY.ordinal();
    private static final int MARKET_SEGMENT = Dimension.MARKET_SEGMENT.ordinal();

    final LocalDate firstDay;
    final LocalDate asOf;
    final Cells cells = new Cells();
    final List<String[]> campaigns = new ArrayList<>();
    final Map<String, String> campaignNames = new HashMap<>();
    final Map<Integer, Integer> campaignOfCell = new HashMap<>();
    final IntColumn inquiryDay = new IntColumn();
    final IntColumn inquiryCell = new IntColumn();
    final IntColumn inquiryValid = new IntColumn();
    final IntColumn inquiryInvalid = new IntColumn();
    final List<Ledger.SpendKey> spendKeys = new ArrayList<>();
    final IntColumn spendKey = new IntColumn();
    final IntColumn spendDay = new IntColumn();
    final LongColumn spendAmount = new LongColumn();
    final DealColumns deals = new DealColumns();
    final ResponseColumns responses = new ResponseColumns();

    private final Map<UUID, Integer> campaignOf = new HashMap<>();
    private final Map<Ledger.SpendKey, Integer> keyOf = new HashMap<>();
    private UUID lastInquiry;
    private int inquiries;

    /** @param firstDay no record lies before it */
    LedgerBuilder(LocalDate firstDay, LocalDate asOf) {
        this.firstDay = firstDay;
        this.asOf = asOf;
    }

    /** @param values one of each dimension in the order of {@link Dimension}; the campaign's own is its id */
    void campaign(UUID id, String name, String[] values) {
        campaignOf.put(id, campaigns.size());
        campaigns.add(values);
        campaignNames.put(id.toString(), name);
    }

    void inquiries(UUID campaign, LocalDate day, String[] own, long valid, long invalid) {
        inquiryDay.add(index(day));
        inquiryCell.add(cell(campaign, own));
        inquiryValid.add(Math.toIntExact(valid));
        inquiryInvalid.add(Math.toIntExact(invalid));
    }

    /** @param logs sum of ln(hours) in {@link ResponseTimes#MICROS}, as that of the squares */
    void responses(UUID campaign, LocalDate day, String[] own, long known, long logs, long squares) {
        responses.day.add(index(day));
        responses.cell.add(cell(campaign, own));
        responses.known.add(Math.toIntExact(known));
        responses.logs.add(logs);
        responses.squares.add(squares);
    }

    void spend(UUID campaign, LocalDate day, String[] named, BigDecimal amount) {
        Ledger.SpendKey key = new Ledger.SpendKey(campaignOf.get(campaign), named[0], named[1], named[2]);
        spendKey.add(keyOf.computeIfAbsent(key, k -> {
            spendKeys.add(k);
            return spendKeys.size() - 1;
        }));
        spendDay.add(index(day));
        spendAmount.add(Money.units(amount));
    }

    /** Deals of one inquiry must come one after the other, in the order they closed. */
    void deal(
            UUID campaign,
            String[] own,
            UUID inquiry,
            LocalDate cohortDay,
            int lag,
            LocalDate closedDay,
            LocalDate cancelledDay,
            BigDecimal revenue,
            BigDecimal margin) {
        if (!inquiry.equals(lastInquiry)) {
            lastInquiry = inquiry;
            inquiries++;
        }
        deals.cell.add(cell(campaign, own));
        deals.inquiry.add(inquiries);
        deals.cohortDay.add(index(cohortDay));
        // An export that knows only days may close a deal a little before its inquiry came.
        deals.lag.add(Math.max(0, lag));
        deals.closedDay.add(index(closedDay));
        deals.cancelledDay.add(cancelledDay == null ? DealColumns.NEVER : index(cancelledDay));
        deals.revenue.add(Money.units(revenue));
        deals.margin.add(Money.units(margin));
    }

    int[] targetCells() {
        return java.util.stream.IntStream.range(0, campaigns.size())
                .map(campaign -> cell(campaign, new String[3]))
                .toArray();
    }

    Ledger build() {
        return new Ledger(this);
    }

    private int cell(UUID campaign, String[] own) {
        return cell(campaignOf.get(campaign), own);
    }

    /** The cell of an inquiry: where it says nothing, its campaign's target. */
    private int cell(int campaign, String[] own) {
        String[] values = campaigns.get(campaign).clone();
        values[REGION] = own[0] == null ? values[REGION] : own[0];
        values[INDUSTRY] = own[1] == null ? values[INDUSTRY] : own[1];
        values[MARKET_SEGMENT] = own[2] == null ? values[MARKET_SEGMENT] : own[2];
        int cell = cells.cell(values);
        campaignOfCell.put(cell, campaign);
        return cell;
    }

    private int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - firstDay.toEpochDay());
    }
}
