package dev.leadline.intake.contact;

import dev.leadline.platform.paging.FilterValue;
import dev.leadline.platform.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who asked. */
@Path("/api/v1/contacts")
@Tag(name = "Contacts")
@RolesAllowed("ADMIN")
@Blocking
class ContactResource {

    private static final Set<String> NAMES = Set.of("email", "phone");

    private final ContactService service;

    ContactResource(ContactService service) {
        this.service = service;
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportContact",
            summary = "Export what is stored on a person",
            description = "All inquiries whose contact has this e-mail address, in upper or lower case, or this phone"
                    + " number as it was sent, and the deals that came of them. At least one of the two is needed."
                    + " Neither is logged here; see that your proxy does not log query strings.")
    public ContactExport export(
            @QueryParam("email")
                    @Parameter(description = "E-mail address of the person.", example = "mei.chen@example.com")
                    String email,
            @QueryParam("phone") @Parameter(description = "Phone number of the person.", example = "+86 512 5555 0100")
                    String phone,
            @Context UriInfo uri) {
        FilterValue.requireKnown(uri, NAMES);
        if (email == null && phone == null) {
            throw Problem.badParameter("email", "or phone must be given").toException();
        }
        return service.export(FilterValue.text("email", email), FilterValue.text("phone", phone));
    }
}
