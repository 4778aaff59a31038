package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.sql.Column;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
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
public class InquiryLookup {

    /** The time as a number: as a text it would have to be parsed. */
    private static final String KNOWN = """
            inquiry.id, inquiry.campaign_id, cast(date_part('epoch', inquiry.received_at) * 1000000 as bigint) as micros,
                inquiry.day, inquiry.region, inquiry.industry, inquiry.market_segment
            """;

    private final WorkspaceSql sql;

    InquiryLookup(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The inquiries with these ids; unknown ones are missing. */
    public Map<UUID, KnownInquiry> byId(Collection<UUID> ids) {
        Map<UUID, KnownInquiry> found = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.statement("select " + KNOWN + """
                    from unnest((select :ids)) as wanted (id)
                    join inquiry on inquiry.workspace_id = :workspace and inquiry.id = wanted.id
                    for share of inquiry
                    """)
                    .ids("ids", ids)
                    .forEach(row -> found.put(row.getObject("id", UUID.class), known(row)));
        }
        return found;
    }

    /**
     * The inquiries with these keys; unknown ones are missing.
     *
     * @param wanted looked for in this order; where it is that in which they were stored, they lie together
     */
    public Map<InquiryKey, KnownInquiry> byKey(List<InquiryKey> wanted) {
        Map<InquiryKey, KnownInquiry> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            sql.statement("select wanted.number, " + KNOWN + """
                    from unnest((select :sources), (select :externalIds)) with ordinality
                        as wanted (source, external_id, number)
                    join inquiry on inquiry.workspace_id = :workspace and inquiry.source = wanted.source
                        and inquiry.external_id = wanted.external_id
                    for share of inquiry
                    """)
                    .texts("sources", Column.of(wanted, InquiryKey::source))
                    .texts("externalIds", Column.of(wanted, InquiryKey::externalId))
                    .forEach(row -> found.put(wanted.get(row.getInt("number") - 1), known(row)));
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
                Instant.EPOCH.plus(row.getLong("micros"), ChronoUnit.MICROS),
                row.getObject("day", LocalDate.class),
                Dimensions.of(row));
    }
}
