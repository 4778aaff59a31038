package dev.leadline.intake.contact;

import dev.leadline.intake.deal.Deal;
import dev.leadline.intake.inquiry.Inquiry;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is stored about a person.
 *
 * @param inquiries newest first
 * @param deals of these inquiries, newest first
 * @param truncated whether there are more inquiries than one export holds
 */
@Schema(description = "All that is stored about a person.")
record ContactExport(
        @Schema(examples = "2026-11-22T09:30:00Z") Instant exportedAt,

        @Schema(description = "What the person asked, newest first.")
        List<Inquiry> inquiries,

        @Schema(description = "What came of these inquiries, newest first.")
        List<Deal> deals,

        @Schema(
                examples = "false",
                description = "Whether there are more than the newest 1,000 inquiries, which are shown.")
        boolean truncated) {}
