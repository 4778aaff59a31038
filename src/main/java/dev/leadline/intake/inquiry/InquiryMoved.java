package dev.leadline.intake.inquiry;

import java.util.UUID;

/**
 * An inquiry now belongs to another campaign or segment. Told within the transaction that moves it, so that what was
 * copied from it moves along or nothing moves.
 *
 * @param region its own; null: what the campaign targets; as industry and marketSegment
 */
public record InquiryMoved(UUID inquiryId, UUID campaignId, String region, String industry, String marketSegment) {}
