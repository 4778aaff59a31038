package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.GivenTime;
import dev.leadline.platform.validation.EventTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of an inquiry can be changed; the form that a merge patch is applied to. */
@Schema(description = "Fields of an inquiry to change; what is not named stays as it is, null removes.")
record InquiryUpdate(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b") @NotNull
        UUID campaignId,

        @Schema(examples = "Jiangsu", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String region,

        @Schema(examples = "Automotive", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String industry,

        @Schema(examples = "Tier-1 suppliers", nullable = true, description = "Default: what the campaign targets.")
        @Size(max = 200)
        String marketSegment,

        @Schema(examples = "QUALIFIED") @NotNull(message = "must be one of NEW, QUALIFIED, LOST, INVALID")
        InquiryStatus status,

        @Schema(examples = "false") @NotNull(message = "must be true or false")
        Boolean test,

        @Schema(nullable = true) @Valid Contact contact,

        @Schema(nullable = true, description = ClickIds.DESCRIPTION, examples = "{\"gclid\": \"EAIaIQobChMI8f\"}")
        @Size(max = ClickIds.MOST)
        Map<@NotBlank @Size(max = ClickIds.LONGEST_NAME) String, @Size(max = ClickIds.LONGEST_VALUE) String> clickIds,

        @Schema(examples = "We need 5,000 brackets in 6061-T6, drawing attached.", nullable = true)
        @Size(max = InquiryRequest.LONGEST_MESSAGE)
        String message,

        @Schema(examples = "2026-11-20T16:45:00+08:00", nullable = true, description = FirstResponse.DESCRIPTION)
        @EventTime
        GivenTime firstRespondedAt)
        implements IntakeRequest<InquiryUpdate> {

    static InquiryUpdate of(InquiryEntity entity) {
        Dimensions dimensions = Dimensions.orNone(entity.dimensions);
        return new InquiryUpdate(
                entity.campaignId,
                dimensions.region(),
                dimensions.industry(),
                dimensions.marketSegment(),
                entity.status,
                entity.test,
                entity.contact,
                entity.clickIds,
                entity.message,
                GivenTime.of(entity.firstRespondedAt));
    }

    void applyTo(InquiryEntity entity) {
        entity.campaignId = campaignId;
        entity.dimensions = dimensions();
        entity.status = status;
        entity.test = test;
        entity.contact = contact;
        entity.clickIds = clickIds;
        entity.message = message;
        entity.firstRespondedAt = GivenTime.instant(firstRespondedAt);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it says who asked, which was erased for good */
    void requireNoContact() {
        List<FieldError> errors = new ArrayList<>();
        addIfGiven(errors, "/contact", contact);
        addIfGiven(errors, "/clickIds", clickIds);
        addIfGiven(errors, "/message", message);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).toException();
        }
    }

    private static void addIfGiven(List<FieldError> errors, String pointer, Object value) {
        if (value != null) {
            errors.add(FieldError.at(pointer, "was erased for good and cannot be set again"));
        }
    }

    /**
     * Whether the analysis of days already past would come out otherwise by this. Not by a status: the day on which one is set is
     * kept, and counts.
     */
    boolean countsOtherwiseThan(InquiryUpdate before) {
        return movesFrom(before)
                || !test.equals(before.test)
                || !Objects.equals(GivenTime.instant(firstRespondedAt), GivenTime.instant(before.firstRespondedAt));
    }

    /** Whether it belongs to another campaign or segment by this. */
    boolean movesFrom(InquiryUpdate before) {
        return !campaignId.equals(before.campaignId) || !dimensions().equals(before.dimensions());
    }

    @Override
    public InquiryUpdate normalised(Supplier<ZoneId> zone) {
        return new InquiryUpdate(
                campaignId,
                CleanText.normalised(region),
                CleanText.normalised(industry),
                CleanText.normalised(marketSegment),
                status,
                test,
                Contact.normalised(contact),
                ClickIds.normalised(clickIds),
                CleanText.normalised(message),
                GivenTime.in(zone, firstRespondedAt));
    }

    @Override
    public List<FieldError> faults() {
        return List.of();
    }

    Dimensions dimensions() {
        return new Dimensions(region, industry, marketSegment);
    }
}
