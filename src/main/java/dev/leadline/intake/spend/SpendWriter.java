package dev.leadline.intake.spend;

import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

    private final SpendRepository spend;
    private final CampaignLookup campaigns;
    private final ChangedDays changes;
    private final Clock clock;

    SpendWriter(SpendRepository spend, CampaignLookup campaigns, ChangedDays changes, Clock clock) {
        this.spend = spend;
        this.campaigns = campaigns;
        this.changes = changes;
        this.clock = clock;
    }

    /** What became of each row, and what is stored under its key once all are written; null for a rejected row. */
    record Written(List<RowOutcome> outcomes, List<SpendDay> days) {}

    /**
     * Stores rows; of several with the same key the last one stays.
     *
     * @param requests valid and normalised
     */
    Written write(List<SpendRequest> requests) {
        Map<CampaignReference, UUID> campaignIds =
                campaigns.resolve(requests.stream().map(SpendRequest::campaign).collect(Collectors.toSet()));
        List<SpendKey> keys = requests.stream()
                .map(request -> key(request, campaignIds.get(request.campaign())))
                .toList();
        Map<SpendKey, SpendDay> stored = stored(keys);
        // By key, so that two batches with the same keys do not lock each other out.
        Map<SpendKey, SpendDay> changed = new TreeMap<>();
        List<RowOutcome> outcomes = new ArrayList<>(requests.size());
        Instant now = Instants.now(clock);
        for (int i = 0; i < requests.size(); i++) {
            outcomes.add(play(requests.get(i), keys.get(i), stored, changed, now));
        }
        if (!changed.isEmpty()) {
            spend.replace(List.copyOf(changed.values()));
            changes.mark(changed.keySet().stream().map(SpendKey::day).toList());
        }
        return new Written(
                outcomes,
                keys.stream().map(key -> key == null ? null : stored.get(key)).toList());
    }

    private Map<SpendKey, SpendDay> stored(List<SpendKey> keys) {
        Map<SpendKey, SpendDay> stored = new HashMap<>();
        List<SpendKey> wanted =
                keys.stream().filter(Objects::nonNull).distinct().toList();
        if (!wanted.isEmpty() && (wanted.size() <= FEW || spend.isAny(wanted))) {
            spend.find(wanted).forEach(day -> stored.put(day.key(), day));
        }
        return stored;
    }

    private static RowOutcome play(
            SpendRequest request,
            SpendKey key,
            Map<SpendKey, SpendDay> stored,
            Map<SpendKey, SpendDay> changed,
            Instant now) {
        if (key == null) {
            return RowOutcome.rejected(
                    Problem.invalid(List.of(request.campaign().unknown())));
        }
        SpendDay before = stored.get(key);
        if (before != null && before.says(request)) {
            return RowOutcome.unchanged(null);
        }
        SpendDay after = SpendDay.of(key, request.amount(), request.impressions(), request.clicks(), now);
        stored.put(key, after);
        changed.put(key, after);
        return before == null ? RowOutcome.created(null) : RowOutcome.updated(null);
    }

    private static SpendKey key(SpendRequest request, UUID campaignId) {
        return campaignId == null ? null : new SpendKey(campaignId, request.day(), request.dimensions());
    }
}
