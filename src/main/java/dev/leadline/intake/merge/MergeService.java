package dev.leadline.intake.merge;

import dev.leadline.intake.campaign.CampaignService;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Merges campaigns: first what comes in anew is led to the right one, then the records follow in bounded transactions, and at last the
 * empty campaign goes. Whatever breaks off in between, each record belongs to one of the two, and the same request goes on with it.
 */
@ApplicationScoped
class MergeService {

    private final MergeSteps steps;
    private final CampaignService campaigns;
    private final RequestCheck check;

    MergeService(MergeSteps steps, CampaignService campaigns, RequestCheck check) {
        this.steps = steps;
        this.campaigns = campaigns;
        this.check = check;
    }

    /**
     * Merges the campaign of an external id into another one.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if the other one is not there, 409 if it cannot be merged
     */
    MergeResult merge(UUID into, MergeRequest request) {
        campaigns.get(into);
        String externalId = check.valid(request).externalId();
        Optional<UUID> source = steps.begin(externalId, into);
        long inquiries = 0;
        long deals = 0;
        long spendRows = 0;
        long summed = 0;
        if (source.isPresent()) {
            MergeSteps.Moved moved;
            do {
                moved = steps.moveInquiries(source.get(), into);
                inquiries += moved.records();
                deals += moved.others();
            } while (moved.records() > 0);
            do {
                moved = steps.moveSpend(source.get(), into);
                spendRows += moved.records();
                summed += moved.others();
            } while (moved.records() > 0);
            if (!steps.end(source.get(), externalId, into, inquiries, spendRows)) {
                throw Problem.refused(
                                "still-moving",
                                "Records are still coming in",
                                "While its records moved, others came to the campaign " + externalId
                                        + ". Please repeat the request.")
                        .toException();
            }
        }
        return new MergeResult(campaigns.get(into), inquiries, deals, spendRows, summed);
    }
}
