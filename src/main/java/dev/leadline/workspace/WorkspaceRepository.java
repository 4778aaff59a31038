package dev.leadline.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class WorkspaceRepository implements PanacheRepositoryBase<WorkspaceEntity, String> {

    List<String> ids() {
        return find("select id from WorkspaceEntity order by id")
                .project(String.class)
                .list();
    }

    List<WorkspaceEntity> after(String id, int count) {
        return find("id > ?1 order by id", id).page(0, count).list();
    }
}
