package dev.leadline.platform.openapi;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tells in words which roles may call an operation; the schemes themselves are the document's, for all operations. */
final class Roles {

    private Roles() {}

    /** Takes the roles from where the scan of {@code @RolesAllowed} has put them. */
    static void tell(DocumentedOperation documented) {
        var operation = documented.operation();
        var security = operation.getSecurity();
        if (security == null) {
            return;
        }
        String roles = security.stream()
                .flatMap(requirement -> requirement.getSchemes().values().stream())
                .flatMap(Collection::stream)
                .distinct()
                .map(role -> '`' + role + '`')
                .collect(Collectors.joining(" or "));
        String who = "Needs a key with the role " + roles + ".";
        String description = operation.getDescription();
        operation.setDescription(description == null ? who : String.join("\n\n", List.of(description, who)));
        operation.setSecurity(null);
    }
}
