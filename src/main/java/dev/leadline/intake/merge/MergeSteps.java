package dev.leadline.intake.merge;

import dev.leadline.intake.record.ChangedDays;
import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.platform.problem.Problem;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of a merge, each in a transaction of its own. */
@ApplicationScoped
class MergeSteps {

    /** Rows moved in one transaction: a second's work or less, for which those who write the same days may have to wait. */
    private static final int MOST = 5_000;

    /** As many as a campaign may have. */
    private static final int MOST_ALIASES = 100;

    private final WorkspaceSql sql;
    private final ChangedDays changes;
    private final AuditTrail audit;

    MergeSteps(WorkspaceSql sql, ChangedDays changes, AuditTrail audit) {
        this.sql = sql;
        this.changes = changes;
        this.audit = audit;
    }

    /**
     * How many records moved.
     *
     * @param others deals that moved with inquiries, rows that were added to others
     */
    record Moved(long records, long others) {}

    /** The campaign of an id, as it stands. */
    private record Source(UUID id, String status, UUID mergedInto) {}

    /**
     * Leads what names this id to a campaign from now on. Waits for transactions that write records of it.
     *
     * @return the campaign to be emptied; none where there was none of that id, which is an alias now
     */
    @Transactional
    Optional<UUID> begin(String externalId, UUID into) {
        Optional<Source> found = source(externalId);
        if (found.isEmpty()) {
            // Whoever makes a campaign holds the workspace's row: from here on none of that id comes.
            sql.statement("select 1 from workspace where id = :workspace for update")
                    .list(row -> true);
            found = source(externalId);
        }
        requireMergeable(externalId, found, into);
        if (found.isEmpty()) {
            addAlias(externalId, into);
            return Optional.empty();
        }
        // With a hash it is no more filled in by a post of that id.
        sql.statement("""
                update campaign set merged_into = :into, content_hash = ''
                where workspace_id = :workspace and id = :source
                """).id("into", into).id("source", found.get().id()).update();
        return found.map(Source::id);
    }

    private Optional<Source> source(String externalId) {
        return sql
                .statement("""
                select id, status, merged_into from campaign
                where workspace_id = :workspace and external_id = :externalId
                for update
                """)
                .text("externalId", externalId)
                .list(row -> new Source(
                        row.getObject("id", UUID.class),
                        row.getString("status"),
                        row.getObject("merged_into", UUID.class)))
                .stream()
                .findFirst();
    }

    private void requireMergeable(String externalId, Optional<Source> found, UUID into) {
        if (found.isPresent()) {
            Source source = found.get();
            if (source.id().equals(into)) {
                throw Problem.invalid("/externalId", "is the id of this campaign itself")
                        .toException();
            }
            if (!source.status().equals("DISCOVERED")) {
                throw refused(
                        "Campaign " + externalId
                                + " was posted, so it is no other spelling that was discovered. Only a DISCOVERED campaign can be merged.");
            }
            if (source.mergedInto() != null && !source.mergedInto().equals(into)) {
                throw refused("Campaign " + externalId + " is already being merged into " + source.mergedInto()
                        + ". Repeat that request.");
            }
        }
        boolean full = !sql.statement("""
                select 1 from campaign
                where workspace_id = :workspace and id = :into and cardinality(aliases) >= :most
                    and not :externalId = any(aliases)
                """)
                .id("into", into)
                .number("most", MOST_ALIASES)
                .text("externalId", externalId)
                .list(row -> true)
                .isEmpty();
        if (full) {
            throw refused("The campaign has " + MOST_ALIASES + " aliases, which is the most. Take one out first.");
        }
        boolean moving = !sql.statement("""
                select 1 from campaign
                where workspace_id = :workspace and (id = :into and merged_into is not null
                    or merged_into is not null and merged_into = :source)
                """)
                .id("into", into)
                .id("source", found.map(Source::id).orElse(null))
                .list(row -> true)
                .isEmpty();
        if (moving) {
            throw refused("One of the two campaigns has a merge that has not ended. Repeat that request first.");
        }
    }

    private static RuntimeException refused(String detail) {
        return Problem.refused("not-mergeable", "The campaign cannot be merged", detail)
                .toException();
    }

    /** Gives the id to a campaign, unless it has it. */
    private void addAlias(String externalId, UUID into) {
        List<UUID> holders =
                sql.statement("""
                select id from campaign
                where workspace_id = :workspace and aliases is not null and :externalId = any(aliases)
                """).text("externalId", externalId).list(row -> row.getObject("id", UUID.class));
        if (holders.contains(into)) {
            return;
        }
        if (!holders.isEmpty()) {
            throw refused(externalId + " is an alias of another campaign, " + holders.get(0)
                    + ". Take it out of that one's aliases first.");
        }
        String before = lockedAliases(into);
        sql.statement("""
                update campaign
                set aliases = (select array_agg(alias order by alias)
                    from unnest(array_append(campaign.aliases, :externalId)) as held (alias))
                where workspace_id = :workspace and id = :into
                """).text("externalId", externalId).id("into", into).update();
        audit.done(
                AuditKind.CAMPAIGN,
                AuditAction.CHANGED,
                into,
                Map.of("aliases", new ValueChange(before, lockedAliases(into))));
    }

    /** The aliases of a campaign, which nobody else changes before the transaction ends; null if it has none. */
    private String lockedAliases(UUID campaign) {
        return sql.statement("""
                select array_to_string(aliases, ', ') as text from campaign
                where workspace_id = :workspace and id = :campaign
                for no key update
                """)
                .id("campaign", campaign)
                .list(row -> Optional.ofNullable(row.getString("text")))
                .get(0)
                .orElse(null);
    }

    /** Moves some inquiries, and their deals with them. */
    @Transactional
    Moved moveInquiries(UUID source, UUID into) {
        List<UUID> ids = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        sql.statement("""
                select id, day from inquiry where workspace_id = :workspace and campaign_id = :source
                order by campaign_id
                limit :most
                for no key update
                """).id("source", source).number("most", MOST).forEach(row -> {
            ids.add(row.getObject("id", UUID.class));
            days.add(row.getObject("day", LocalDate.class));
        });
        if (ids.isEmpty()) {
            return new Moved(0, 0);
        }
        sql.statement("update inquiry set campaign_id = :into where workspace_id = :workspace and id = any(:ids)")
                .id("into", into)
                .ids("ids", ids)
                .update();
        // Whoever stores a deal holds its inquiry, so from here on none comes with the old campaign.
        long deals = sql.statement(
                        "update deal set campaign_id = :into where workspace_id = :workspace and inquiry_id = any(:ids)")
                .id("into", into)
                .ids("ids", ids)
                .update();
        changes.mark(days);
        return new Moved(ids.size(), deals);
    }

    /** Moves some spend; what meets a row of the same key is added to it. */
    @Transactional
    Moved moveSpend(UUID source, UUID into) {
        List<LocalDate> days = new ArrayList<>();
        long[] summed = new long[1];
        sql.statement("""
                with moving as (
                    select day, region, industry, market_segment from spend_day
                    where workspace_id = :workspace and campaign_id = :source
                    order by day, region, industry, market_segment
                    limit :most
                    for update),
                gone as (
                    delete from spend_day using moving
                    where spend_day.workspace_id = :workspace and spend_day.campaign_id = :source
                        and spend_day.day = moving.day and spend_day.region = moving.region
                        and spend_day.industry = moving.industry and spend_day.market_segment = moving.market_segment
                    returning spend_day.day, spend_day.region, spend_day.industry, spend_day.market_segment,
                        spend_day.amount, spend_day.impressions, spend_day.clicks, spend_day.request_id,
                        spend_day.recorded_at)
                insert into spend_day (workspace_id, campaign_id, day, region, industry, market_segment, amount, impressions,
                    clicks, request_id, recorded_at)
                select :workspace, :into, day, region, industry, market_segment, amount, impressions, clicks, request_id,
                    recorded_at
                from gone
                order by day, region, industry, market_segment
                on conflict (workspace_id, campaign_id, day, region, industry, market_segment) do update set
                    amount = spend_day.amount + excluded.amount,
                    impressions = case when coalesce(spend_day.impressions, excluded.impressions) is null then null
                        else coalesce(spend_day.impressions, 0) + coalesce(excluded.impressions, 0) end,
                    clicks = case when coalesce(spend_day.clicks, excluded.clicks) is null then null
                        else coalesce(spend_day.clicks, 0) + coalesce(excluded.clicks, 0) end,
                    request_id = null,
                    recorded_at = greatest(spend_day.recorded_at, excluded.recorded_at)
                returning day, xmax <> 0 as met
                """)
                .id("source", source)
                .id("into", into)
                .number("most", MOST)
                .forEach(row -> {
                    days.add(row.getObject("day", LocalDate.class));
                    summed[0] += row.getBoolean("met") ? 1 : 0;
                });
        changes.mark(days);
        return new Moved(days.size(), summed[0]);
    }

    /**
     * Takes away the empty campaign and makes its id an alias; false if it is not empty.
     *
     * @param inquiries that moved, for the audit, as {@code spendRows}
     */
    @Transactional
    boolean end(UUID source, String externalId, UUID into, long inquiries, long spendRows) {
        boolean empty =
                sql.statement("""
                select 1 from campaign
                where workspace_id = :workspace and id = :source
                    and (exists (select from inquiry where workspace_id = :workspace and campaign_id = :source)
                        or exists (select from spend_day where workspace_id = :workspace and campaign_id = :source))
                for update
                """).id("source", source).list(row -> true).isEmpty();
        if (!empty) {
            return false;
        }
        sql.statement("delete from campaign where workspace_id = :workspace and id = :source")
                .id("source", source)
                .update();
        addAlias(externalId, into);
        audit.done(
                AuditKind.CAMPAIGN,
                AuditAction.MERGED,
                source,
                Map.of(
                        "externalId", new ValueChange(externalId, null),
                        "mergedInto", new ValueChange(null, into.toString()),
                        "inquiries", new ValueChange(null, Long.toString(inquiries)),
                        "spendRows", new ValueChange(null, Long.toString(spendRows))));
        return true;
    }
}
