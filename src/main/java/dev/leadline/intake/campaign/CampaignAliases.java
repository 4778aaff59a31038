package dev.leadline.intake.campaign;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The other ids by which campaigns are known. Takes part in the caller's transaction. */
@ApplicationScoped
class CampaignAliases {

    private final WorkspaceSql sql;

    CampaignAliases(WorkspaceSql sql) {
        this.sql = sql;
    }

    /**
     * The campaigns that these are aliases of, locked against deletion; others are missing. Until the transaction ends nothing else
     * becomes an alias, so that none of these is made a campaign's own id at the same time.
     */
    Map<String, UUID> holders(Collection<String> externalIds) {
        lock("select 1 from workspace where id = :workspace for key share");
        Map<String, UUID> holders = new HashMap<>();
        sql.statement("""
                select held.alias, campaign.id
                from campaign cross join lateral unnest(campaign.aliases) as held (alias)
                where campaign.workspace_id = :workspace and campaign.aliases is not null and held.alias = any(:externalIds)
                for key share of campaign
                """)
                .texts("externalIds", externalIds)
                .forEach(row -> holders.put(row.getString("alias"), row.getObject("id", UUID.class)));
        return holders;
    }

    /** The own id of the campaign that this is an alias of; the text itself if it is none. */
    String ownId(String externalId) {
        return sql.statement("""
                select external_id from campaign
                where workspace_id = :workspace and aliases is not null and :externalId = any(aliases)
                """).text("externalId", externalId).list(row -> row.getString("external_id")).stream()
                .findFirst()
                .orElse(externalId);
    }

    /** Waits for those who make campaigns, and keeps others from it until the transaction ends. To be called before aliases are set. */
    void hold() {
        lock("select 1 from workspace where id = :workspace for update");
    }

    /**
     * Makes sure that these lead nowhere else.
     *
     * @param campaign whose aliases they are to be
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming those that do
     */
    void requireFree(UUID campaign, List<String> aliases) {
        Map<String, UUID> own = new HashMap<>();
        sql.statement("""
                select external_id, id from campaign
                where workspace_id = :workspace and external_id = any(:externalIds)
                """)
                .texts("externalIds", aliases)
                .forEach(row -> own.put(row.getString("external_id"), row.getObject("id", UUID.class)));
        Map<String, UUID> held = holders(aliases);
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < aliases.size(); i++) {
            UUID named = own.get(aliases.get(i));
            UUID holder = held.get(aliases.get(i));
            if (campaign.equals(named)) {
                faults.add(FieldError.at("/aliases/" + i, "is the campaign's own externalId; leave it out"));
            } else if (named != null) {
                faults.add(FieldError.at(
                        "/aliases/" + i,
                        "is the externalId of another campaign, " + named
                                + "; merge that one into this one: POST /api/v1/campaigns/" + campaign + "/merge"));
            } else if (holder != null && !holder.equals(campaign)) {
                faults.add(FieldError.at(
                        "/aliases/" + i,
                        "is an alias of another campaign, " + holder + "; take it out of that one's aliases first"));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).toException();
        }
    }

    private void lock(String statement) {
        sql.statement(statement).list(row -> true);
    }
}
