package dev.leadline.intake.inquiry;

import dev.leadline.intake.record.Dimensions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a deal copies from its inquiry.
 *
 * @param day of receivedAt in the workspace's time zone: the cohort
 * @param dimensions its own; null: what the campaign targets
 */
public record KnownInquiry(UUID id, UUID campaignId, Instant receivedAt, LocalDate day, Dimensions dimensions) {}
