package dev.leadline.intake.campaign;

import dev.leadline.platform.RecordId;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Looks up the campaigns that other records name. Takes part in the caller's transaction and locks what it finds against
 * deletion until its end, since no foreign key does.
 */
@ApplicationScoped
public class CampaignLookup {

    private final WorkspaceSql sql;
    private final CampaignAliases aliases;
    private final Clock clock;

    CampaignLookup(WorkspaceSql sql, CampaignAliases aliases, Clock clock) {
        this.sql = sql;
        this.aliases = aliases;
        this.clock = clock;
    }

    /**
     * The ids of the campaigns that are named. One named by an external id that is not known yet is made, with status
     * DISCOVERED, for no record may be lost to a campaign that comes later. An alias leads to its campaign.
     *
     * @return by reference; a reference by an id that is not known is missing
     */
    public Map<CampaignReference, UUID> resolve(Collection<CampaignReference> references) {
        return resolve(references, externalIds -> {});
    }

    /**
     * The same.
     *
     * @param discovered is told the external ids of campaigns that were made
     */
    public Map<CampaignReference, UUID> resolve(
            Collection<CampaignReference> references, Consumer<Collection<String>> discovered) {
        Map<CampaignReference, UUID> found = new HashMap<>();
        for (UUID id : known(references)) {
            found.put(new CampaignReference(id, null), id);
        }
        byExternalId(references, discovered)
                .forEach((externalId, id) -> found.put(new CampaignReference(null, externalId), id));
        return found;
    }

    /** The external ids of campaigns. */
    public Map<UUID, String> externalIds(Collection<UUID> ids) {
        Map<UUID, String> found = new HashMap<>();
        sql.statement("select id, external_id from campaign where workspace_id = :workspace and id = any(:ids)")
                .ids("ids", ids)
                .forEach(row -> found.put(row.getObject("id", UUID.class), row.getString("external_id")));
        return found;
    }

    private List<UUID> known(Collection<CampaignReference> references) {
        List<UUID> ids = references.stream()
                .map(CampaignReference::id)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return ids.isEmpty() ? ids : sql.statement("""
                        select id from campaign
                        where workspace_id = :workspace and id = any(:ids) and merged_into is null
                        for key share
                        """).ids("ids", ids).list(row -> row.getObject("id", UUID.class));
    }

    private Map<String, UUID> byExternalId(
            Collection<CampaignReference> references, Consumer<Collection<String>> discovered) {
        // Sorted, so that two writers who make the same campaigns do so in the same order and do not lock each other
        // out.
        SortedSet<String> externalIds = references.stream()
                .map(CampaignReference::externalId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        int asked = externalIds.size();
        Map<String, UUID> found = select(externalIds);
        if (found.size() < asked) {
            externalIds.removeAll(found.keySet());
            Map<String, UUID> aliased = aliases.holders(externalIds);
            found.putAll(aliased);
            externalIds.removeAll(aliased.keySet());
        }
        if (found.size() < asked) {
            discovered.accept(discover(externalIds));
            found.putAll(select(externalIds));
        }
        return found;
    }

    private Map<String, UUID> select(Collection<String> externalIds) {
        Map<String, UUID> found = new HashMap<>();
        if (!externalIds.isEmpty()) {
            sql.statement("""
                    select external_id, coalesce(merged_into, id) as id from campaign
                    where workspace_id = :workspace and external_id = any(:externalIds)
                    for key share
                    """)
                    .texts("externalIds", externalIds)
                    .forEach(row -> found.put(row.getString("external_id"), row.getObject("id", UUID.class)));
        }
        return found;
    }

    /** Makes campaigns; the external ids of those that nobody else has made meanwhile. */
    private List<String> discover(Collection<String> externalIds) {
        return sql.statement("""
                insert into campaign (workspace_id, id, external_id, name, status, recorded_at)
                select workspace.id, discovered.id, external_id, external_id, 'DISCOVERED', :now
                from workspace cross join unnest(:ids, :externalIds) as discovered (id, external_id)
                where workspace.id = :workspace
                on conflict (workspace_id, external_id) do nothing
                returning external_id
                """)
                .ids(
                        "ids",
                        externalIds.stream().map(externalId -> RecordId.next()).toList())
                .texts("externalIds", externalIds)
                .instant("now", Instants.now(clock))
                .list(row -> row.getString("external_id"));
    }
}
