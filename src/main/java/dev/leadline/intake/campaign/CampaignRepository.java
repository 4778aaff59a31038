package dev.leadline.intake.campaign;

import dev.leadline.intake.record.RecordReader;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<CampaignEntity, UUID> {

    RecordReader<CampaignEntity, Campaign> reader() {
        return new RecordReader<>("campaign", this, entity -> entity.id, Campaign::of);
    }
}
