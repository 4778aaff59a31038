package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import dev.leadline.platform.sql.SqlStatement;
import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
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
            select day - date '1970-01-01', cast(mod(sum(mark), 4611686018427387904) as bigint)
            from ledger_change where workspace_id = :workspace group by day
            """;

    private static final String CAMPAIGNS = """
            select id, name, channel, store, product, category, price_tier, id::text, region, industry, market_segment,
                cast(floor(date_part('epoch', recorded_at)) as bigint)
            from campaign where workspace_id = :workspace order by campaign.id
            """;

    private static final String ALL_INQUIRIES = """
            select day - date '1970-01-01', campaign_id, region, industry, market_segment, test, status = 'INVALID',
                cast(floor(date_part('epoch', status_changed_at)) as bigint),
                cast(floor(date_part('epoch', recorded_at)) as bigint),
                cast(floor(date_part('epoch', first_responded_at)) as bigint),
                date_part('epoch', first_responded_at - received_at),
                cast(floor(date_part('epoch', greatest(recorded_at, edited_at))) as bigint)
            from inquiry where workspace_id = :workspace
            """;

    private static final String INQUIRIES_OF_DAYS = ALL_INQUIRIES + " and day = any(:days)";

    private static final String SPEND = """
            select day - date '1970-01-01', campaign_id, nullif(region, ''), nullif(industry, ''), nullif(market_segment, ''),
                cast(amount * 10000 as bigint), cast(floor(date_part('epoch', recorded_at)) as bigint)
            from spend_day where workspace_id = :workspace %s
            order by day, campaign_id, region, industry, market_segment
            """;

    private static final String ALL_SPEND = SPEND.formatted("");
    private static final String SPEND_OF_DAYS = SPEND.formatted("and day = any(:days)");

    private static final String DEALS = """
            select d.cohort_day - date '1970-01-01', d.campaign_id, d.region, d.industry, d.market_segment, i.test,
                i.status = 'INVALID', cast(floor(date_part('epoch', i.status_changed_at)) as bigint),
                cast(floor(date_part('epoch', i.recorded_at)) as bigint),
                d.inquiry_id, d.lag_days, d.closed_day - date '1970-01-01', d.cancelled_day - date '1970-01-01',
                cast(floor(date_part('epoch', greatest(d.recorded_at, d.edited_at))) as bigint),
                cast(d.revenue * 10000 as bigint), cast(d.margin * 10000 as bigint)
            from deal d
            join inquiry i on i.workspace_id = d.workspace_id and i.id = d.inquiry_id
            where d.workspace_id = :workspace %s
            order by d.cohort_day, d.inquiry_id, d.closed_at, d.external_id, d.id
            """;

    private static final String ALL_DEALS = DEALS.formatted("");
    private static final String DEALS_OF_DAYS = DEALS.formatted("and d.cohort_day = any(:days)");

    /** In seconds; nobody waits so long, but a reading that cannot end must not hold its connection for good. */
    private static final int LONGEST = 3600;

    private static final double SECONDS_PER_HOUR = 3600;
    private static final double SHORTEST_WAIT = 60;

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;

    RecordsReader(WorkspaceSql sql, WorkspaceService workspaces) {
        this.sql = sql;
        this.workspaces = workspaces;
    }

    /**
     * The records as they stand now.
     *
     * @param before an earlier snapshot of the same workspace, of which is kept what still holds; null for none
     * @return {@code before} itself if nothing has changed
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST)
    WorkspaceRecords read(WorkspaceRecords before) {
        sql.useOneSnapshot();
        Map<Integer, Long> versions = new HashMap<>();
        sql.statement(VERSIONS).forEach(row -> versions.put(row.getInt(1), row.getLong(2)));
        DayOfSecond dayOf = new DayOfSecond(workspaces.current().zone());
        List<CampaignRow> campaigns = sql.statement(CAMPAIGNS)
                .list(row -> new CampaignRow(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        dayOf.of(row.getLong(12)),
                        texts(row, 3, Dimension.values().length)));
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

    private static String[] texts(ResultSet row, int from, int count) throws SQLException {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = row.getString(from + i);
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
            day.inquiry(cell, invalidFrom, dayOf.of(row.getLong(12)));
            long answered = row.getLong(10);
            if (!row.wasNull() && invalidFrom != DayRecords.ALWAYS) {
                double hours = Math.max(SHORTEST_WAIT, row.getDouble(11)) / SECONDS_PER_HOUR;
                int log = (int) Math.round(Math.log(hours) / AnswerRows.MICROS);
                day.answer(cell, dayOf.of(answered), log, invalidFrom);
            }
        }

        private void spend(ResultSet row) throws SQLException {
            builder(row).spend(cell(row), row.getLong(6), dayOf.of(row.getLong(7)));
        }

        private void deal(ResultSet row) throws SQLException {
            int cancelledDay = row.getInt(13);
            int cancelled = row.wasNull() ? DayRecords.NEVER : cancelledDay;
            builder(row)
                    .deal(
                            cell(row),
                            row.getObject(10, UUID.class),
                            row.getInt(11),
                            row.getInt(12),
                            cancelled,
                            invalidFrom(row),
                            dayOf.of(row.getLong(14)),
                            row.getLong(15),
                            row.getLong(16));
        }

        private DayRecordsBuilder builder(ResultSet row) throws SQLException {
            return builders.computeIfAbsent(row.getInt(1), day -> new DayRecordsBuilder(vocabulary, day));
        }

        private int cell(ResultSet row) throws SQLException {
            return vocabulary.cell(row.getObject(2, UUID.class), row.getString(3), row.getString(4), row.getString(5));
        }

        /** Since when the inquiry of a row is known to be invalid: one marked so later was valid for all anyone knew. */
        private int invalidFrom(ResultSet row) throws SQLException {
            if (row.getBoolean(6)) {
                return DayRecords.ALWAYS;
            }
            if (!row.getBoolean(7)) {
                return DayRecords.NEVER;
            }
            int changed = dayOf.of(row.getLong(8));
            return changed > dayOf.of(row.getLong(9)) ? changed : DayRecords.ALWAYS;
        }
    }
}
