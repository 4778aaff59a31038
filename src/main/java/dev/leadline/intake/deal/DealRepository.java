package dev.leadline.intake.deal;

import dev.leadline.intake.inquiry.InquiryMoved;
import dev.leadline.platform.paging.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<DealEntity, UUID> {

    List<DealEntity> newest(Conditions conditions, int count) {
        return find(conditions.orderedBy("id desc"), conditions.values())
                .page(0, count)
                .list();
    }

    List<DealEntity> ofInquiries(List<UUID> inquiryIds) {
        return list("inquiryId in ?1 order by id desc", inquiryIds);
    }

    /** Moves an inquiry's deals along with it, in its transaction. */
    void follow(@Observes InquiryMoved moved) {
        update(
                "campaignId = ?1, region = ?2, industry = ?3, marketSegment = ?4 where inquiryId = ?5",
                moved.campaignId(),
                moved.dimensions().region(),
                moved.dimensions().industry(),
                moved.dimensions().marketSegment(),
                moved.inquiryId());
    }
}
