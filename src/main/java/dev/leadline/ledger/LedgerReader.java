package dev.leadline.ledger;

import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Reads the current workspace's ledger, all of it in one snapshot of the database. Amounts come in a fixed order, so that sums
 * of them are the same to the last digit each time; counts may come in any.
 */
@ApplicationScoped
public class LedgerReader {

    private static final String FIRST_DAY = """
            select least(
                (select min(day) from inquiry where workspace_id = :workspace),
                (select min(day) from spend_day where workspace_id = :workspace))
            """;

    private static final String CAMPAIGNS = """
            select id, name, channel, store, product, category, price_tier, id::text, region, industry, market_segment
            from campaign where workspace_id = :workspace order by campaign.id
            """;

    /** Logarithms of waits are summed as whole millionths, whose sum does not hang on the order of the rows. */
    private static final String INQUIRIES = """
            select campaign_id, day, region, industry, market_segment,
                count(*) filter (where valid), count(*) filter (where not valid), count(log_hours) filter (where valid),
                sum(cast(round(1000000 * log_hours) as bigint)) filter (where valid),
                sum(cast(round(1000000 * log_hours * log_hours) as bigint)) filter (where valid)
            from (
                select campaign_id, day, region, industry, market_segment, not test and status <> 'INVALID' as valid,
                    case when first_responded_at < :end then
                        ln(greatest(60, cast(extract(epoch from first_responded_at - received_at) as float8)) / 3600)
                    end as log_hours
                from inquiry where workspace_id = :workspace and day <= :asOf) as known
            group by campaign_id, day, region, industry, market_segment
            """;

    private static final String SPEND = """
            select campaign_id, day, nullif(region, ''), nullif(industry, ''), nullif(market_segment, ''), amount
            from spend_day where workspace_id = :workspace and day <= :asOf
            order by campaign_id, day, region, industry, market_segment
            """;

    private static final String DEALS = """
            select d.campaign_id, d.region, d.industry, d.market_segment, d.inquiry_id, d.cohort_day, d.lag_days,
                d.closed_day, d.cancelled_day, d.revenue, d.margin
            from deal d
            join inquiry i on i.workspace_id = d.workspace_id and i.id = d.inquiry_id
            where d.workspace_id = :workspace and d.cohort_day <= :asOf and d.closed_day <= :asOf
                and not i.test and i.status <> 'INVALID'
            order by d.inquiry_id, d.closed_at, d.external_id, d.id
            """;

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;

    LedgerReader(WorkspaceSql sql, WorkspaceService workspaces) {
        this.sql = sql;
        this.workspaces = workspaces;
    }

    /** The ledger as of the end of a day: nothing that happened later is in it. */
    @Transactional
    public Ledger read(LocalDate asOf) {
        sql.useOneSnapshot();
        LocalDate first = sql.statement(FIRST_DAY)
                .list(row -> row.getObject(1, LocalDate.class))
                .get(0);
        LedgerBuilder ledger = new LedgerBuilder(first == null || first.isAfter(asOf) ? asOf : first, asOf);
        sql.statement(CAMPAIGNS)
                .forEach(row -> ledger.campaign(
                        row.getObject(1, UUID.class), row.getString(2), texts(row, 3, Dimension.values().length)));
        sql.statement(INQUIRIES).day("asOf", asOf).instant("end", endOf(asOf)).forEach(row -> inquiries(row, ledger));
        sql.statement(SPEND)
                .day("asOf", asOf)
                .forEach(row -> ledger.spend(
                        row.getObject(1, UUID.class), day(row, 2), texts(row, 3, 3), row.getBigDecimal(6)));
        sql.statement(DEALS)
                .day("asOf", asOf)
                .forEach(row -> ledger.deal(
                        row.getObject(1, UUID.class),
                        texts(row, 2, 3),
                        row.getObject(5, UUID.class),
                        day(row, 6),
                        row.getInt(7),
                        day(row, 8),
                        day(row, 9),
                        row.getBigDecimal(10),
                        row.getBigDecimal(11)));
        return ledger.build();
    }

    private Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(workspaces.current().zone()).toInstant();
    }

    private static void inquiries(ResultSet row, LedgerBuilder ledger) throws SQLException {
        UUID campaign = row.getObject(1, UUID.class);
        String[] own = texts(row, 3, 3);
        ledger.inquiries(campaign, day(row, 2), own, row.getLong(6), row.getLong(7));
        long answered = row.getLong(8);
        if (answered > 0) {
            ledger.responses(campaign, day(row, 2), own, answered, row.getLong(9), row.getLong(10));
        }
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static String[] texts(ResultSet row, int from, int count) throws SQLException {
        String[] texts = new String[count];
        for (int i = 0; i < count; i++) {
            texts[i] = row.getString(from + i);
        }
        return texts;
    }
}
