package dev.leadline.workspace.audit;

import dev.leadline.platform.paging.Conditions;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditEntryEntity, UUID> {

    List<AuditEntryEntity> newest(Conditions conditions, int count) {
        return find(conditions.orderedBy("id desc"), conditions.values())
                .page(0, count)
                .list();
    }
}
