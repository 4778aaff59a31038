package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import dev.leadline.platform.money.Money;
import dev.leadline.platform.sql.SqlStatement;
import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads the current workspace's records in one snapshot of the database: all of them, or those of the days that have changed
 * since an earlier snapshot. Amounts come in a fixed order, so that sums of them are the same to the last digit each time;
 * counts may come in any.
 */
@ApplicationScoped
public class RecordsReader {

    private static final String VERSIONS = """
            select day - date '1970-01-01' as day_number, cast(mod(sum(mark), 4611686018427387904) as bigint) as version
            from ledger_change where workspace_id = :workspace group by day
            """;

    private static final String CAMPAIGNS = """
            select id, name, channel, store, product, category, price_tier, id::text as campaign, region, industry,
                market_segment, cast(floor(date_part('epoch', recorded_at)) as bigint) as recorded
            from campaign where workspace_id = :workspace order by campaign.id
            """;

    private static final String ALL_INQUIRIES = """
            select day - date '1970-01-01' as day_number, campaign_id, region, industry, market_segment,
                test, status = 'INVALID' as invalid,
                cast(floor(date_part('epoch', status_changed_at)) as bigint) as status_changed,
                cast(floor(date_part('epoch', recorded_at)) as bigint) as inquiry_recorded,
                cast(floor(date_part('epoch', first_responded_at)) as bigint) as answered,
                date_part('epoch', first_responded_at - received_at) as waited,
                cast(floor(date_part('epoch', greatest(recorded_at, edited_at))) as bigint) as known
            from inquiry where workspace_id = :workspace
            """;

    private static final String INQUIRIES_OF_DAYS = ALL_INQUIRIES + " and day = any(:days)";

    private static final String SPEND = """
            select day - date '1970-01-01' as day_number, campaign_id, nullif(region, '') as region,
                nullif(industry, '') as industry, nullif(market_segment, '') as market_segment,
                cast(amount * %2$d as bigint) as amount_units,
                cast(floor(date_part('epoch', recorded_at)) as bigint) as known
            from spend_day where workspace_id = :workspace %1$s
            order by day, campaign_id, spend_day.region, spend_day.industry, spend_day.market_segment
            """;

    private static final String ALL_SPEND = SPEND.formatted("", Money.UNITS);
    private static final String SPEND_OF_DAYS = SPEND.formatted("and day = any(:days)", Money.UNITS);

    private static final String DEALS = """
            select d.cohort_day - date '1970-01-01' as day_number, d.campaign_id, d.region, d.industry, d.market_segment,
                i.test, i.status = 'INVALID' as invalid,
                cast(floor(date_part('epoch', i.status_changed_at)) as bigint) as status_changed,
                cast(floor(date_part('epoch', i.recorded_at)) as bigint) as inquiry_recorded,
                d.inquiry_id, d.lag_days, d.closed_day - date '1970-01-01' as closed,
                d.cancelled_day - date '1970-01-01' as cancelled,
                d.refunded_day - date '1970-01-01' as refunded, cast(d.refunded * %2$d as bigint) as refunded_units,
                cast(floor(date_part('epoch', greatest(d.recorded_at, d.edited_at))) as bigint) as known,
                cast(d.revenue * %2$d as bigint) as revenue_units, cast(d.margin * %2$d as bigint) as margin_units
            from deal d
            join inquiry i on i.workspace_id = d.workspace_id and i.id = d.inquiry_id
            where d.workspace_id = :workspace %1$s
            order by d.cohort_day, d.inquiry_id, d.closed_at, d.external_id, d.id
            """;

    private static final String ALL_DEALS = DEALS.formatted("", Money.UNITS);
    private static final String DEALS_OF_DAYS = DEALS.formatted("and d.cohort_day = any(:days)", Money.UNITS);

    private static final double SECONDS_PER_HOUR = 3600;
    /** Seconds: an answer counts as no faster, for its logarithm counts, and who answers at once is a machine. */
    private static final double SHORTEST_WAIT = 60;

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;
    private final Duration limit;

    RecordsReader(WorkspaceSql sql, WorkspaceService workspaces, LedgerSettings settings) {
        this.sql = sql;
        this.workspaces = workspaces;
        this.limit = settings.readLimit();
    }

    /**
     * The records as they stand now.
     *
     * @param before an earlier snapshot of the same workspace, of which is kept what still holds; null for none
     * @return {@code before} itself if nothing has changed
     * @throws dev.leadline.platform.concurrent.OverdueException if it takes longer than a reading may
     */
    WorkspaceRecords read(WorkspaceRecords before) {
        return sql.inOneSnapshot(limit, () -> readNow(before));
    }

    private WorkspaceRecords readNow(WorkspaceRecords before) {
        Map<Integer, Long> versions = new HashMap<>();
        sql.statement(VERSIONS).forEach(row -> versions.put(row.getInt("day_number"), row.getLong("version")));
        DayOfSecond dayOf = new DayOfSecond(workspaces.current().zone());
        List<CampaignRow> campaigns = sql.statement(CAMPAIGNS)
                .list(row -> new CampaignRow(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        dayOf.of(row.getLong("recorded")),
                        dimensions(row)));
        if (before == null) {
            Reading reading = new Reading(new CellDictionary(), dayOf);
            reading.all();
            return records(reading.vocabulary, campaigns, null, versions, reading.days(new TreeMap<>()));
        }
        Set<Integer> changed = versions.keySet().stream()
                .filter(day -> !versions.get(day).equals(before.versions.get(day)))
                .collect(Collectors.toSet());
        if (changed.isEmpty() && campaigns.equals(before.campaigns)) {
            return before;
        }
        Reading reading = new Reading(before.vocabulary, dayOf);
        NavigableMap<Integer, DayRecords> days = new TreeMap<>(before.days);
        if (!changed.isEmpty()) {
            days.keySet().removeAll(changed);
            reading.days(changed);
        }
        return records(before.vocabulary, campaigns, before.counts, versions, reading.days(days));
    }

    private static WorkspaceRecords records(
            CellDictionary vocabulary,
            List<CampaignRow> campaigns,
            CountCache before,
            Map<Integer, Long> versions,
            NavigableMap<Integer, DayRecords> days) {
        return new WorkspaceRecords(
                vocabulary, campaigns, CountCache.of(vocabulary, campaigns, before), versions, days);
    }

    /** In the order of {@link Dimension}; a column is called as its dimension is. */
    private static String[] dimensions(ResultSet row) throws SQLException {
        Dimension[] dimensions = Dimension.values();
        String[] texts = new String[dimensions.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.getString(dimensions[i].name());
        }
        return texts;
    }

    /** Rows on their way into the records of their days. */
    private final class Reading {

        private final CellDictionary vocabulary;
        private final DayOfSecond dayOf;
        private final Map<Integer, DayRecordsBuilder> builders = new HashMap<>();

        Reading(CellDictionary vocabulary, DayOfSecond dayOf) {
            this.vocabulary = vocabulary;
            this.dayOf = dayOf;
        }

        void all() {
            rows(sql.statement(ALL_INQUIRIES), sql.statement(ALL_SPEND), sql.statement(ALL_DEALS));
        }

        void days(Collection<Integer> numbers) {
            List<LocalDate> days = numbers.stream().map(LocalDate::ofEpochDay).toList();
            rows(
                    sql.statement(INQUIRIES_OF_DAYS).days("days", days),
                    sql.statement(SPEND_OF_DAYS).days("days", days),
                    sql.statement(DEALS_OF_DAYS).days("days", days));
        }

        /** The records read, added to those of other days. */
        NavigableMap<Integer, DayRecords> days(NavigableMap<Integer, DayRecords> others) {
            builders.forEach((day, builder) -> others.put(day, builder.build()));
            return others;
        }

        private void rows(SqlStatement inquiries, SqlStatement spend, SqlStatement deals) {
            inquiries.forEach(this::inquiry);
            spend.forEach(this::spend);
            deals.forEach(this::deal);
        }

        private void inquiry(ResultSet row) throws SQLException {
            int cell = cell(row);
            int invalidFrom = invalidFrom(row);
            DayRecordsBuilder day = builder(row);
            day.inquiry(cell, invalidFrom, dayOf.of(row.getLong("known")));
            long answered = row.getLong("answered");
            if (!row.wasNull() && invalidFrom != DayRecords.ALWAYS) {
                double hours = Math.max(SHORTEST_WAIT, row.getDouble("waited")) / SECONDS_PER_HOUR;
                int log = (int) Math.round(Math.log(hours) / AnswerRows.MICROS);
                day.answer(cell, dayOf.of(answered), log, invalidFrom);
            }
        }

        private void spend(ResultSet row) throws SQLException {
            builder(row).spend(cell(row), row.getLong("amount_units"), dayOf.of(row.getLong("known")));
        }

        private void deal(ResultSet row) throws SQLException {
            builder(row)
                    .deal(
                            cell(row),
                            row.getObject("inquiry_id", UUID.class),
                            row.getInt("lag_days"),
                            row.getInt("closed"),
                            dayOrNever(row, "cancelled"),
                            dayOrNever(row, "refunded"),
                            invalidFrom(row),
                            dayOf.of(row.getLong("known")),
                            row.getLong("revenue_units"),
                            row.getLong("margin_units"),
                            row.getLong("refunded_units"));
        }

        private static int dayOrNever(ResultSet row, String column) throws SQLException {
            int day = row.getInt(column);
            return row.wasNull() ? DayRecords.NEVER : day;
        }

        private DayRecordsBuilder builder(ResultSet row) throws SQLException {
            return builders.computeIfAbsent(row.getInt("day_number"), day -> new DayRecordsBuilder(vocabulary, day));
        }

        private int cell(ResultSet row) throws SQLException {
            return vocabulary.cell(
                    row.getObject("campaign_id", UUID.class),
                    row.getString("region"),
                    row.getString("industry"),
                    row.getString("market_segment"));
        }

        /** Since when the inquiry of a row is known to be invalid: one marked so later was valid for all anyone knew. */
        private int invalidFrom(ResultSet row) throws SQLException {
            if (row.getBoolean("test")) {
                return DayRecords.ALWAYS;
            }
            if (!row.getBoolean("invalid")) {
                return DayRecords.NEVER;
            }
            int changed = dayOf.of(row.getLong("status_changed"));
            return changed > dayOf.of(row.getLong("inquiry_recorded")) ? changed : DayRecords.ALWAYS;
        }
    }
}
