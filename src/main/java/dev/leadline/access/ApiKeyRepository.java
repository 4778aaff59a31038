package dev.leadline.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

    List<ApiKeyEntity> before(Optional<UUID> id, int count) {
        return (id.isPresent() ? find("id < ?1 order by id desc", id.get()) : find("order by id desc"))
                .page(0, count)
                .list();
    }
}
