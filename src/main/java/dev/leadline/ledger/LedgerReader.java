package dev.leadline.ledger;

import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private static final String INQUIRIES = """
            select campaign_id, day, region, industry, market_segment,
                count(*) filter (where not test and status <> 'INVALID'),
                count(*) filter (where test or status = 'INVALID')
            from inquiry where workspace_id = :workspace and day <= :asOf
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

    LedgerReader(WorkspaceSql sql) {
        this.sql = sql;
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
        sql.statement(INQUIRIES)
                .day("asOf", asOf)
                .forEach(row -> ledger.inquiries(
                        row.getObject(1, UUID.class), day(row, 2), texts(row, 3, 3), row.getLong(6), row.getLong(7)));
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
