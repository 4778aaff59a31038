package dev.leadline.ledger;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The records of one workspace as of the end of a day, in columns: inquiries by day and cell, spend by day and key, deals
 * one by one. Days are counted from {@link #firstDay()}; the last index is the as-of day. Immutable once read.
 */
public final class Ledger {

    /** One of the keys that spend is known by: a campaign and what its rows name. Null: not named. */
    record SpendKey(int campaign, String region, String industry, String marketSegment) {}

    private final LocalDate firstDay;
    private final LocalDate asOf;
    final Cells cells;
    /** By campaign: the values of all dimensions that its own record gives. */
    final List<String[]> campaigns;

    final Map<String, String> campaignNames;
    /** By campaign: the cell that its targets make. */
    final int[] targetCell;

    /** The cells that have had a valid inquiry. */
    private final int[] inquiringCells;

    final IntColumn inquiryDay;
    final IntColumn inquiryCell;
    final IntColumn inquiryValid;
    final IntColumn inquiryInvalid;
    /** By cell: its campaign. */
    final Map<Integer, Integer> campaignOfCell;

    final List<SpendKey> spendKeys;
    final IntColumn spendKey;
    final IntColumn spendDay;
    final LongColumn spendAmount;

    /** Deals of one inquiry stand together, in the order they closed. */
    final DealColumns deals;

    final ResponseColumns responses;

    Ledger(LedgerBuilder builder) {
        this.firstDay = builder.firstDay;
        this.asOf = builder.asOf;
        this.cells = builder.cells;
        this.campaigns = List.copyOf(builder.campaigns);
        this.campaignNames = Map.copyOf(builder.campaignNames);
        this.targetCell = builder.targetCells();
        this.inquiryDay = builder.inquiryDay;
        this.inquiryCell = builder.inquiryCell;
        this.inquiryValid = builder.inquiryValid;
        this.inquiryInvalid = builder.inquiryInvalid;
        this.inquiringCells = IntStream.range(0, inquiryCell.size())
                .filter(row -> inquiryValid.get(row) > 0)
                .map(inquiryCell::get)
                .distinct()
                .toArray();
        this.campaignOfCell = Map.copyOf(builder.campaignOfCell);
        this.spendKeys = List.copyOf(builder.spendKeys);
        this.spendKey = builder.spendKey;
        this.spendDay = builder.spendDay;
        this.spendAmount = builder.spendAmount;
        this.deals = builder.deals;
        this.responses = builder.responses;
    }

    /** The day of index 0; the as-of day itself where there is no record. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day, included whole. */
    public LocalDate asOf() {
        return asOf;
    }

    /** How many days the ledger spans, at least 1. */
    public int days() {
        return index(asOf) + 1;
    }

    /** The index of a day; negative before the first, {@link #days()} and more after the as-of day. */
    public int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - firstDay.toEpochDay());
    }

    public LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    /** The values of a dimension that the workspace knows, in no order; the missing value is not among them. */
    public List<String> values(Dimension dimension) {
        return cells.values(dimension);
    }

    /**
     * The values of a dimension that are served where others are given: those of cells that have had an inquiry, or that a
     * campaign targets.
     *
     * @param where dimension values that the cells must have
     */
    public Set<String> valuesServed(Map<Dimension, String> where, Dimension dimension) {
        Set<String> served = new HashSet<>();
        for (int cell : targetCell) {
            addServed(served, cell, where, dimension);
        }
        for (int cell : inquiringCells) {
            addServed(served, cell, where, dimension);
        }
        served.remove(null);
        return served;
    }

    private void addServed(Set<String> served, int cell, Map<Dimension, String> where, Dimension dimension) {
        for (Map.Entry<Dimension, String> given : where.entrySet()) {
            if (!Objects.equals(given.getValue(), cells.value(given.getKey(), cells.code(cell, given.getKey())))) {
                return;
            }
        }
        served.add(cells.value(dimension, cells.code(cell, dimension)));
    }
}
