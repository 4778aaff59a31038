package dev.leadline.intake.inquiry;

import dev.leadline.intake.batch.Column;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Looks up the inquiries that deals name. Takes part in the caller's transaction and locks what it finds against change
 * until its end, so that a deal cannot miss its inquiry's move.
 */
@ApplicationScoped
public class InquiryDirectory {

    private final WorkspaceSql sql;

    InquiryDirectory(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The inquiries with these ids; unknown ones are missing. */
    public Map<UUID, KnownInquiry> byId(Collection<UUID> ids) {
        Map<UUID, KnownInquiry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.statement("""
                    select id, campaign_id, received_at, day, region, industry, market_segment from inquiry
                    where workspace_id = :workspace and id = any(:ids)
                    for share
                    """).ids("ids", ids).forEach(row -> found.put(row.getObject("id", UUID.class), known(row)));
        }
        return found;
    }

    /** The inquiries with these keys; unknown ones are missing. */
    public Map<InquiryKey, KnownInquiry> byKey(Collection<InquiryKey> keys) {
        Map<InquiryKey, KnownInquiry> found = new HashMap<>();
        if (!keys.isEmpty()) {
            List<InquiryKey> wanted = List.copyOf(keys);
            sql.statement("""
                    select inquiry.source, inquiry.external_id, inquiry.id, inquiry.campaign_id, inquiry.received_at,
                        inquiry.day, inquiry.region, inquiry.industry, inquiry.market_segment
                    from unnest((select :sources), (select :externalIds)) as wanted (source, external_id)
                    join inquiry on inquiry.workspace_id = :workspace and inquiry.source = wanted.source
                        and inquiry.external_id = wanted.external_id
                    for share of inquiry
                    """)
                    .texts("sources", Column.of(wanted, InquiryKey::source))
                    .texts("externalIds", Column.of(wanted, InquiryKey::externalId))
                    .forEach(row -> found.put(
                            new InquiryKey(row.getString("source"), row.getString("external_id")), known(row)));
        }
        return found;
    }

    /** When an inquiry was received, which never changes; so it is not locked. */
    public Instant receivedAt(UUID id) {
        return sql.statement("select received_at from inquiry where workspace_id = :workspace and id = :id")
                .id("id", id)
                .list(row -> row.getObject("received_at", OffsetDateTime.class).toInstant())
                .get(0);
    }

    private static KnownInquiry known(ResultSet row) throws SQLException {
        return new KnownInquiry(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("day", LocalDate.class),
                row.getString("region"),
                row.getString("industry"),
                row.getString("market_segment"));
    }
}
