package dev.leadline.intake.deal;

import dev.leadline.intake.inquiry.InquiryMoved;
import dev.leadline.intake.record.RecordReader;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DealRepository implements PanacheRepositoryBase<DealEntity, UUID> {

    RecordReader<DealEntity, Deal> reader() {
        return new RecordReader<>("deal", this, entity -> entity.id, Deal::of);
    }

    List<DealEntity> ofInquiries(List<UUID> inquiryIds) {
        return list("inquiryId in ?1 order by id desc", inquiryIds);
    }

    /** Moves an inquiry's deals along with it, in its transaction. */
    void follow(@Observes InquiryMoved moved) {
        update(
                "campaignId = ?1, dimensions = ?2 where inquiryId = ?3",
                moved.campaignId(),
                moved.dimensions(),
                moved.inquiryId());
    }
}
