package dev.leadline.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.access.ApiKeyService;
import dev.leadline.access.Role;
import dev.leadline.access.WorkspaceProvisioning;
import dev.leadline.intake.batch.BatchIntake;
import dev.leadline.intake.batch.BatchResult;
import dev.leadline.intake.campaign.CampaignService;
import dev.leadline.intake.deal.DealService;
import dev.leadline.intake.inquiry.InquiryService;
import dev.leadline.intake.spend.SpendService;
import dev.leadline.platform.command.CommandCall;
import dev.leadline.platform.command.CommandSettings;
import dev.leadline.platform.database.DatabaseSettings;
import dev.leadline.platform.http.ServiceAddress;
import dev.leadline.workspace.NewWorkspace;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceService;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Loads the demo market into the workspace {@code demo}, through the services that the API uses, beside the running service. A
 * load that was cut off is taken up again at the next start: the market depends only on the day on which the workspace was made,
 * and records that are there already are found unchanged. Where another version of the program had begun, whose market was another,
 * the load ends at the first part of it that is rejected, with one line in the log.
 */
@ApplicationScoped
public class DemoLoader {

    static final String WORKSPACE = "demo";
    static final long SEED = 1;

    private static final Logger LOG = Logger.getLogger(DemoLoader.class);

    private final DemoSettings settings;
    private final DatabaseSettings database;
    private final CommandSettings command;
    private final WorkspaceProvisioning provisioning;
    private final WorkspaceService workspaces;
    private final WorkspaceContext contexts;
    private final ApiKeyService keys;
    private final BatchIntake intake;
    private final CampaignService campaigns;
    private final SpendService spend;
    private final InquiryService inquiries;
    private final DealService deals;
    private final ServiceAddress address;
    private final CommandCall call;
    private final ObjectMapper json;
    private final Clock clock;
    private final ExecutorService executor;

    DemoLoader(
            DemoSettings settings,
            DatabaseSettings database,
            CommandSettings command,
            WorkspaceProvisioning provisioning,
            WorkspaceService workspaces,
            WorkspaceContext contexts,
            ApiKeyService keys,
            BatchIntake intake,
            CampaignService campaigns,
            SpendService spend,
            InquiryService inquiries,
            DealService deals,
            ServiceAddress address,
            CommandCall call,
            ObjectMapper json,
            Clock clock,
            ExecutorService executor) {
        this.settings = settings;
        this.database = database;
        this.command = command;
        this.provisioning = provisioning;
        this.workspaces = workspaces;
        this.contexts = contexts;
        this.keys = keys;
        this.intake = intake;
        this.campaigns = campaigns;
        this.spend = spend;
        this.inquiries = inquiries;
        this.deals = deals;
        this.address = address;
        this.call = call;
        this.json = json;
        this.clock = clock;
        this.executor = executor;
    }

    void atStart(@Observes @Priority(200) StartupEvent event) {
        if (command.serving()) {
            boolean wanted = settings.demo().orElse(database.database().embedded());
            boolean mayBegin = settings.demo().isPresent() || provisioning.isFirstStart();
            executor.submit(() -> load(wanted, mayBegin));
        }
    }

    private void load(boolean wanted, boolean mayBegin) {
        try {
            contexts.call(WORKSPACE, () -> {
                boolean begun = workspaces.exists(WORKSPACE);
                if (begun && isComplete()) {
                    tellHowToRead();
                } else if (wanted && (begun || mayBegin)) {
                    fill(begun);
                }
                return null;
            });
        } catch (RejectedException e) {
            LOG.warnf(
                    "The demo market is incomplete: another version of the program began loading it, or its records were changed"
                            + " since (%s). Nothing else is affected. A new database loads it whole; LEADLINE_DEMO=false leaves it"
                            + " as it is.",
                    e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The demo market could not be loaded; the next start tries again", e);
        }
    }

    private void fill(boolean begun) {
        long start = System.nanoTime();
        if (!begun) {
            MarketSettings settings = market(LocalDate.now(clock)).settings();
            workspaces.create(
                    WORKSPACE,
                    new NewWorkspace(
                            settings.name(),
                            settings.currency(),
                            settings.timeZone().getId()));
        }
        DemoMarket market = market();
        require(intake.rows(market.campaigns().stream().map(DemoRequests::of).toList(), campaigns.kind()));
        require(intake.rows(market.spend().stream().map(DemoRequests::of).toList(), spend.kind()));
        require(intake.rows(market.inquiries().stream().map(DemoRequests::of).toList(), inquiries.kind()));
        require(intake.rows(market.deals().stream().map(DemoRequests::of).toList(), deals.kind()));
        String key = keys.issue("Demo, read only", Role.ANALYST);
        // Last, so that it tells a whole load from one that was cut off.
        settle(market.settings());
        LOG.infof(
                "The demo market is loaded (%d inquiries, %d deals, %.1f s). Try:%n%n"
                        + "  curl -H 'Authorization: Bearer %s' '%s/api/v1/recommendations?groupBy=product'%n",
                market.inquiries().size(),
                market.deals().size(),
                (System.nanoTime() - start) / 1e9,
                key,
                address.base());
    }

    private void tellHowToRead() {
        LOG.infof(
                "The demo market is in the workspace '%s'. For a key that reads it run, in another terminal:%n%n  %s%n",
                WORKSPACE, call.of("key " + WORKSPACE));
    }

    private boolean isComplete() {
        return workspaces.current().dealsTrackedFrom() != null;
    }

    private DemoMarket market() {
        Workspace workspace = workspaces.current();
        return market(LocalDate.ofInstant(workspace.recordedAt(), workspace.zone()));
    }

    private static DemoMarket market(LocalDate today) {
        return MarketSimulator.demoMarket(SEED, today);
    }

    private void settle(MarketSettings settings) {
        workspaces.patch(json.createObjectNode()
                .put("targetRoi", settings.targetRoi())
                .put("horizonDays", settings.horizonDays())
                .put("dealsTrackedFrom", settings.dealsTrackedFrom().toString()));
    }

    private static void require(BatchResult result) {
        if (result.rejected() > 0) {
            throw new RejectedException(result.problems().get(0).toString());
        }
    }

    /** A record says something else than the one with the same key that is there: to try again changes nothing. */
    private static final class RejectedException extends RuntimeException {

        RejectedException(String problem) {
            super(problem);
        }
    }
}
