package dev.leadline.intake.contact;

import dev.leadline.platform.query.QueryValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The people who asked. */
@Path("/api/v1/contacts")
@Tag(name = "Contacts")
@RolesAllowed("ADMIN")
@Blocking
class ContactResource {

    private final ContactService service;

    ContactResource(ContactService service) {
        this.service = service;
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportContact",
            summary = "Export what is stored about a person",
            description = "All inquiries whose contact has this e-mail address, in upper or lower case, or this phone"
                    + " number as it was sent, and the deals that came of them. At least one of the two is needed."
                    + " Neither is logged here; see that your proxy does not log query strings.")
    public ContactExport export(
            @RestQuery @Parameter(description = "E-mail address of the person.", example = "mei.chen@example.com")
                    String email,
            @RestQuery @Parameter(description = "Phone number of the person.", example = "+86 512 5555 0100")
                    String phone) {
        if (email == null && phone == null) {
            throw QueryValue.fault("email", "or phone must be given");
        }
        return service.export(new QueryValue("email", email).text(), new QueryValue("phone", phone).text());
    }
}
