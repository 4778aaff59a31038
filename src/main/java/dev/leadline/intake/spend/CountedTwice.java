package dev.leadline.intake.spend;

import dev.leadline.intake.batch.BatchWarning;
import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.record.Dimensions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Warns of days whose cost is stored as a whole and once more by its parts. Takes part in the caller's transaction. */
@ApplicationScoped
class CountedTwice {

    private static final String TYPE = "urn:leadline:warning:counted-twice";

    /** What of a campaign a row's cost is of: rows of two kinds may count the same cost twice. */
    private enum Part {
        WHOLE,
        REGION,
        OTHER;

        static Part of(Dimensions dimensions) {
            if (dimensions.region() != null) {
                return REGION;
            }
            return dimensions.industry() == null && dimensions.marketSegment() == null ? WHOLE : OTHER;
        }
    }

    private final SpendRepository spend;
    private final CampaignLookup campaigns;

    CountedTwice(SpendRepository spend, CampaignLookup campaigns) {
        this.spend = spend;
        this.campaigns = campaigns;
    }

    /**
     * Warns of those among the days of these keys, by what is stored now.
     *
     * @param keys each once
     * @param others whether keys of the same days may be stored besides
     */
    void warn(Collection<SpendKey> keys, boolean others, SpendBatch batch) {
        if (!batch.mayWarn()) {
            return;
        }
        Map<CampaignDay, Set<Part>> days = new LinkedHashMap<>();
        keys.forEach(key -> days.computeIfAbsent(CampaignDay.of(key), day -> EnumSet.noneOf(Part.class))
                .add(Part.of(key.dimensions())));
        List<CampaignDay> doubtful = days.entrySet().stream()
                .filter(day -> others || day.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .toList();
        List<CampaignDay> found = doubtful.isEmpty() ? List.of() : spend.countedTwice(doubtful);
        if (found.isEmpty()) {
            return;
        }
        Map<UUID, String> externalIds = campaigns.externalIds(
                found.stream().map(CampaignDay::campaignId).distinct().toList());
        for (CampaignDay day : found) {
            batch.warn(new BatchWarning(TYPE, externalIds.get(day.campaignId()), day.day(), """
                    Cost without a region is stored beside cost with one, or cost of the whole campaign beside that of its parts, and \
                    all of it counts. If the one is a part of the other, post one of them again with the amount 0."""));
        }
    }
}
