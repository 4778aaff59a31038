package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Merged;
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

    /** What is given of a contact in the place of what is stored; either may be null. */
    static Contact merged(Contact given, Contact stored) {
        return given == null || stored == null
                ? Merged.of(given, stored)
                : new Contact(
                        Merged.of(given.name, stored.name),
                        Merged.of(given.email, stored.email),
                        Merged.of(given.phone, stored.phone),
                        Merged.of(given.company, stored.company));
    }
}
