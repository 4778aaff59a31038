package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The cells of a vocabulary with the dimension values they have now: the campaign's own, and of region, industry and market
 * segment what the record says, else what its campaign targets. Values are numbered by dimension; 0 is the missing value.
 * Immutable.
 */
public final class Cells {

    /** Dimensions that all cells of a campaign share. */
    static final Set<Dimension> OF_CAMPAIGN = Set.of(
            Dimension.CHANNEL,
            Dimension.STORE,
            Dimension.PRODUCT,
            Dimension.CATEGORY,
            Dimension.PRICE_TIER,
            Dimension.CAMPAIGN);

    private final List<CampaignRow> campaigns;
    /** By number; null for one that is gone, whose cells have no records. */
    private final CampaignRow[] byNumber;

    private final Map<Dimension, String[]> values = new EnumMap<>(Dimension.class);
    /** By dimension and cell: the value's number. */
    private final Map<Dimension, int[]> codes = new EnumMap<>(Dimension.class);
    /** By the dimensions that records name, and cell: the number of the value named; 0 where none is. */
    private final Map<Dimension, int[]> named = new EnumMap<>(Dimension.class);
    /** By cell its campaign's number. */
    private final int[] campaign;

    private final int[] target;
    /** All cells, campaign by campaign, and of each in the order of their values, whatever order they were numbered in. */
    private final int[] byPlace;
    /** By cell its place among them. */
    private final int[] place;
    /** By campaign its first place; behind the last one, the number of cells. */
    private final int[] firstPlace;

    Cells(CellDictionary vocabulary, List<CampaignRow> campaigns) {
        this.campaigns = List.copyOf(campaigns);
        campaigns.forEach(row -> vocabulary.cell(row.id(), null, null, null));
        this.campaign = vocabulary.campaignOf.toArray();
        this.byNumber = new CampaignRow[vocabulary.campaigns()];
        this.target = new int[byNumber.length];
        Arrays.fill(target, -1);
        for (CampaignRow row : campaigns) {
            int number = vocabulary.campaign(row.id());
            byNumber[number] = row;
            target[number] = vocabulary.cell(row.id(), null, null, null);
        }
        named.put(Dimension.REGION, vocabulary.regionOf.toArray());
        named.put(Dimension.INDUSTRY, vocabulary.industryOf.toArray());
        named.put(Dimension.MARKET_SEGMENT, vocabulary.marketSegmentOf.toArray());
        for (Dimension dimension : Dimension.values()) {
            TextDictionary numbers = numbers(vocabulary, dimension);
            int[] ofTarget = new int[byNumber.length];
            for (int number = 0; number < ofTarget.length; number++) {
                ofTarget[number] = byNumber[number] == null ? 0 : numbers.of(byNumber[number].value(dimension));
            }
            codes.put(dimension, codes(named.get(dimension), ofTarget));
            values.put(dimension, numbers.toArray());
        }
        this.byPlace = sorted();
        this.place = new int[byPlace.length];
        this.firstPlace = new int[byNumber.length + 1];
        for (int i = 0; i < byPlace.length; i++) {
            place[byPlace[i]] = i;
            firstPlace[campaign[i] + 1]++;
        }
        Arrays.parallelPrefix(firstPlace, Integer::sum);
    }

    private static TextDictionary numbers(CellDictionary vocabulary, Dimension dimension) {
        return switch (dimension) {
            case REGION -> vocabulary.regions;
            case INDUSTRY -> vocabulary.industries;
            case MARKET_SEGMENT -> vocabulary.marketSegments;
            default -> new TextDictionary();
        };
    }

    private int[] codes(int[] own, int[] ofTarget) {
        int[] codes = new int[campaign.length];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = own == null || own[cell] == 0 ? ofTarget[campaign[cell]] : own[cell];
        }
        return codes;
    }

    /** The cells by campaign, region, industry and market segment: sorted by each of these, the last one first. */
    private int[] sorted() {
        int[] order = IntStream.range(0, size()).toArray();
        for (Dimension dimension : List.of(Dimension.MARKET_SEGMENT, Dimension.INDUSTRY, Dimension.REGION)) {
            int[] ranks = ranks(values.get(dimension));
            int[] code = codes.get(dimension);
            order = sorted(order, cell -> ranks[code[cell]], ranks.length);
        }
        return sorted(order, cell -> campaign[cell], byNumber.length);
    }

    /** Sorts by counting; cells with the same key stay in their order. */
    private static int[] sorted(int[] cells, IntUnaryOperator key, int keys) {
        int[] next = new int[keys + 1];
        for (int cell : cells) {
            next[key.applyAsInt(cell) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[cells.length];
        for (int cell : cells) {
            sorted[next[key.applyAsInt(cell)]++] = cell;
        }
        return sorted;
    }

    /** By a value's number its place among the values in their order, the missing one first. */
    private static int[] ranks(String[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparing(code -> values[code], Comparator.nullsFirst(Comparator.naturalOrder())))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    /** Whether these are still the cells of a vocabulary and of campaigns. */
    boolean isOf(CellDictionary vocabulary, List<CampaignRow> campaigns) {
        return vocabulary.size() == size() && this.campaigns.equals(campaigns);
    }

    /** Whether these are cells of the same campaigns as others are. */
    boolean haveCampaignsOf(Cells others) {
        return campaigns.equals(others.campaigns);
    }

    /** How many cells there are. */
    public int size() {
        return campaign.length;
    }

    /** The number of a cell's campaign. */
    public int campaign(int cell) {
        return campaign[cell];
    }

    /** The day, from 1970-01-01, on which a campaign was recorded. */
    int recordedDay(int number) {
        return byNumber[number].recordedDay();
    }

    /** The numbers of the campaigns there are. */
    IntStream campaigns() {
        return IntStream.range(0, target.length).filter(number -> target[number] >= 0);
    }

    /** The cell of a campaign that says nothing of its own; -1 for a campaign that is gone. */
    int target(int number) {
        return target[number];
    }

    /** The first place of a campaign's cells; those of the next one begin where they end. */
    public int firstPlace(int campaign) {
        return firstPlace[campaign];
    }

    /** The cell at a place: campaign by campaign, in the order of their values. */
    public int cellAt(int place) {
        return byPlace[place];
    }

    int place(int cell) {
        return place[cell];
    }

    /** By cell the number of its value. Not to be written to. */
    public int[] codes(Dimension dimension) {
        return codes.get(dimension);
    }

    /** The value that a cell has; null where it is missing. */
    public String value(Dimension dimension, int cell) {
        return values.get(dimension)[codes.get(dimension)[cell]];
    }

    /** Whether a cell names none of region, industry and market segment. */
    public boolean namesNothing(int cell) {
        return cell == target[campaign[cell]];
    }

    /** Whether a cell has all values that another names, of region, industry and market segment. */
    public boolean hasNamed(int cell, int naming) {
        for (Map.Entry<Dimension, int[]> dimension : named.entrySet()) {
            int name = dimension.getValue()[naming];
            if (name != 0 && name != codes.get(dimension.getKey())[cell]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a cell has this value, or has had it lately. */
    boolean has(Dimension dimension, String value) {
        return Arrays.asList(values.get(dimension)).contains(value);
    }

    /** The value of a number; null for 0. */
    public String valueOf(Dimension dimension, int code) {
        return values.get(dimension)[code];
    }

    /** How many values have a number, the missing one among them. */
    public int valueCount(Dimension dimension) {
        return values.get(dimension).length;
    }

    /** The name of a campaign, by its id; empty for one that is not there. */
    Optional<String> campaignName(String id) {
        return campaigns.stream()
                .filter(campaign -> campaign.id().toString().equals(id))
                .map(CampaignRow::name)
                .findFirst();
    }

    /** The name of a cell's campaign; null for one that is gone. */
    public String campaignName(int cell) {
        CampaignRow row = byNumber[campaign[cell]];
        return row == null ? null : row.name();
    }
}
