package dev.leadline.intake.inquiry;

import dev.leadline.platform.json.CleanText;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who asked. Every field may be null. */
@Schema(description = "Who asked.")
public record Contact(
        @Schema(examples = "Mei Chen", nullable = true) @Size(max = 320)
        String name,

        @Schema(examples = "mei.chen@example.com", nullable = true) @Size(max = 320)
        String email,

        @Schema(examples = "+86 512 5555 0100", nullable = true) @Size(max = 320)
        String phone,

        @Schema(examples = "Suzhou Drives Ltd", nullable = true) @Size(max = 320)
        String company) {

    /** Null for a contact of which nothing is known. */
    static Contact normalised(Contact contact) {
        if (contact == null) {
            return null;
        }
        Contact normalised = new Contact(
                CleanText.normalised(contact.name),
                CleanText.normalised(contact.email),
                CleanText.normalised(contact.phone),
                CleanText.normalised(contact.company));
        return normalised.equals(new Contact(null, null, null, null)) ? null : normalised;
    }
}
