package dev.leadline.intake.spend;

import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.campaign.NearNames;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Repeated;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes spend, many rows at a time. Takes part in the caller's transaction. */
@ApplicationScoped
class SpendWriter {

    /** As many keys are looked for without asking first whether that is worth the while. */
    private static final int FEW = 100;

    private static final Problem OVERTAKEN = Problem.refused(
            "overtaken",
            "Another request has stated this day meanwhile",
            "While this request was being stored, another one stated the same campaign, day and dimensions, and what that said"
                    + " stands. Repeat this whole request if it is the one that holds.");

    private final SpendRepository spend;
    private final CampaignLookup campaigns;
    private final CountedTwice countedTwice;
    private final NearNames nearNames;
    private final ChangedDays changes;
    private final Clock clock;

    SpendWriter(
            SpendRepository spend,
            CampaignLookup campaigns,
            CountedTwice countedTwice,
            NearNames nearNames,
            ChangedDays changes,
            Clock clock) {
        this.spend = spend;
        this.campaigns = campaigns;
        this.countedTwice = countedTwice;
        this.nearNames = nearNames;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What became of each row.
     *
     * @param stored what is stored under the keys of all rows that were not rejected
     */
    record Written(List<RowOutcome> outcomes, Map<SpendKey, SpendRow> stored) {}

    /** What this request says of a key, and which of the rows tells what became of it; -1 if that was told of an earlier chunk. */
    private record Said(SpendDraft draft, int index) {}

    /**
     * Stores rows. What another request said of a key is replaced; what this one said of it in an earlier chunk and says in
     * these rows is put together.
     *
     * @param drafts valid
     * @param more whether more rows of these keys may come; then those that change nothing are marked as this request's too
     */
    Written write(List<SpendDraft> drafts, SpendBatch batch, boolean more) {
        Map<CampaignReference, UUID> campaignIds = campaigns.resolve(
                drafts.stream().map(SpendDraft::campaign).collect(Collectors.toSet()),
                discovered -> nearNames.warn(discovered, batch::warn));
        List<SpendKey> keys = drafts.stream()
                .map(draft -> key(draft.key(), campaignIds.get(draft.campaign())))
                .toList();
        List<SpendKey> wanted =
                keys.stream().filter(Objects::nonNull).distinct().toList();
        boolean any = !wanted.isEmpty() && (wanted.size() <= FEW || spend.isAny(wanted));
        Map<SpendKey, SpendRow> before = new HashMap<>();
        if (any) {
            spend.find(wanted).forEach(row -> before.put(row.key(), row));
        }

        Map<SpendKey, Said> said = new LinkedHashMap<>();
        List<RowOutcome> outcomes = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            outcomes.add(hear(i, drafts.get(i), keys.get(i), batch, before, said));
        }

        Map<SpendKey, SpendRow> stored = new HashMap<>();
        // By key, so that two requests with the same keys do not lock each other out.
        Map<SpendKey, SpendRow> written = new TreeMap<>();
        List<SpendKey> changed = new ArrayList<>();
        Instant now = Instants.now(clock);
        said.forEach((key, saying) -> {
            SpendFigures figures = saying.draft().figures();
            SpendRow old = before.get(key);
            boolean same = old != null && old.figures().equals(figures);
            SpendRow row = same && !more ? old : new SpendRow(key, figures, batch.id(), same ? old.recordedAt() : now);
            stored.put(key, row);
            if (!row.equals(old)) {
                written.put(key, row);
            }
            if (!same) {
                changed.add(key);
            }
            if (saying.index() >= 0) {
                outcomes.set(saying.index(), outcome(old, same));
            }
        });
        if (!written.isEmpty()) {
            spend.replace(List.copyOf(written.values()));
            changes.mark(changed.stream().map(SpendKey::day).toList());
        }
        countedTwice.warn(said.keySet(), any, batch);
        return new Written(outcomes, stored);
    }

    /** Puts a row to what was said of its key before; what becomes of it, null if it is the first of its key. */
    private static RowOutcome hear(
            int index,
            SpendDraft draft,
            SpendKey key,
            SpendBatch batch,
            Map<SpendKey, SpendRow> before,
            Map<SpendKey, Said> said) {
        if (key == null) {
            return RowOutcome.rejected(Problem.invalid(List.of(draft.campaign().unknown())));
        }
        Said earlier = said.get(key);
        SpendRow old = before.get(key);
        if (earlier == null && old != null && batch.wrote(old)) {
            earlier = new Said(draft.with(old.figures()), -1);
        } else if (earlier == null && old != null && batch.knows(key)) {
            return RowOutcome.rejected(OVERTAKEN);
        }
        if (earlier == null) {
            said.put(key, new Said(draft, index));
            return null;
        }
        Repeated<SpendDraft> repeated = batch.onRepeat().together(earlier.draft(), draft);
        said.put(key, new Said(repeated.stands(), earlier.index()));
        return repeated.later();
    }

    private static RowOutcome outcome(SpendRow old, boolean same) {
        if (old == null) {
            return RowOutcome.created(null);
        }
        return same ? RowOutcome.unchanged(null) : RowOutcome.updated(null);
    }

    private static SpendKey key(SpendDraft.Named named, UUID campaignId) {
        return campaignId == null ? null : new SpendKey(campaignId, named.day(), named.dimensions());
    }
}
