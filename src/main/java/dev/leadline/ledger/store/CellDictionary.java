package dev.leadline.ledger.store;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Numbers for all that a workspace's records name, so that rows are kept as numbers. It only grows; what has a number keeps
 * it. A cell is a campaign with what a record says of region, industry and market segment in place of the campaign's target.
 * Not for use by several threads at once.
 */
final class CellDictionary {

    final TextDictionary regions = new TextDictionary();
    final TextDictionary industries = new TextDictionary();
    final TextDictionary marketSegments = new TextDictionary();

    /** By cell. */
    final IntColumn campaignOf = new IntColumn();

    final IntColumn regionOf = new IntColumn();
    final IntColumn industryOf = new IntColumn();
    final IntColumn marketSegmentOf = new IntColumn();

    private final Map<UUID, Integer> campaigns = new HashMap<>();
    private final PairDictionary inRegion = new PairDictionary();
    private final PairDictionary inIndustry = new PairDictionary();
    private final PairDictionary cells = new PairDictionary();

    int campaign(UUID id) {
        return campaigns.computeIfAbsent(id, unknown -> campaigns.size());
    }

    /** @param region null where the record says nothing of it; as the two others */
    int cell(UUID campaignId, String region, String industry, String marketSegment) {
        int campaign = campaign(campaignId);
        int regionNumber = regions.of(region);
        int industryNumber = industries.of(industry);
        int segmentNumber = marketSegments.of(marketSegment);
        int cell = cells.of(inIndustry.of(inRegion.of(campaign, regionNumber), industryNumber), segmentNumber);
        if (cell == campaignOf.size()) {
            campaignOf.add(campaign);
            regionOf.add(regionNumber);
            industryOf.add(industryNumber);
            marketSegmentOf.add(segmentNumber);
        }
        return cell;
    }

    /** How many campaigns have a number. */
    int campaigns() {
        return campaigns.size();
    }

    /** How many cells have a number. */
    int size() {
        return campaignOf.size();
    }
}
