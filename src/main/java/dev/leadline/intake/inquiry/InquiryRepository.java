package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.RecordReader;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class InquiryRepository implements PanacheRepositoryBase<InquiryEntity, UUID> {

    RecordReader<InquiryEntity, Inquiry> reader() {
        return new RecordReader<>("inquiry", this, entity -> entity.id, Inquiry::of);
    }

    List<InquiryEntity> byIds(List<UUID> ids) {
        return list("id in ?1 order by id desc", ids);
    }

    /** Waits until nobody changes these any more; nobody does then before the transaction ends. */
    void lock(List<UUID> ids) {
        find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .list();
    }
}
