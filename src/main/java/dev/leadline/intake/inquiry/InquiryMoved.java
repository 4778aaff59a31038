package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import java.util.UUID;

/**
 * An inquiry now belongs to another campaign or segment. Told within the transaction that moves it, so that what was
 * copied from it moves along or nothing moves.
 *
 * @param dimensions its own; null: what the campaign targets
 */
public record InquiryMoved(UUID inquiryId, UUID campaignId, Dimensions dimensions) {}
