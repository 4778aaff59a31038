package dev.leadline.intake.contact;

import dev.leadline.intake.deal.DealService;
import dev.leadline.intake.inquiry.Inquiry;
import dev.leadline.intake.inquiry.InquiryService;
import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The people who asked, in the current workspace. */
@ApplicationScoped
class ContactService {

    private static final int MOST_INQUIRIES = 1_000;

    private final InquiryService inquiries;
    private final DealService deals;
    private final CurrentWorkspace workspace;
    private final AuditTrail audit;
    private final Clock clock;

    ContactService(
            InquiryService inquiries, DealService deals, CurrentWorkspace workspace, AuditTrail audit, Clock clock) {
        this.inquiries = inquiries;
        this.deals = deals;
        this.workspace = workspace;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * All that is stored about the person with this address or number.
     *
     * @param email in upper or lower case; null: not asked for
     * @param phone null: not asked for
     */
    @Transactional
    ContactExport export(String email, String phone) {
        List<Inquiry> found = inquiries.ofContact(email, phone, MOST_INQUIRIES + 1);
        List<Inquiry> shown = List.copyOf(found.subList(0, Math.min(found.size(), MOST_INQUIRIES)));
        ValueChange count = new ValueChange(null, String.valueOf(shown.size()));
        audit.done(AuditKind.CONTACT, AuditAction.EXPORTED, workspace.id(), Map.of("inquiries", count));
        return new ContactExport(
                Instants.now(clock),
                shown,
                deals.ofInquiries(shown.stream().map(Inquiry::id).toList()),
                found.size() > shown.size());
    }
}
