package dev.leadline.intake.inquiry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a deal copies from its inquiry.
 *
 * @param day of receivedAt in the workspace's time zone: the cohort
 * @param region its own; null: what the campaign targets; as industry and marketSegment
 */
public record KnownInquiry(
        UUID id,
        UUID campaignId,
        Instant receivedAt,
        LocalDate day,
        String region,
        String industry,
        String marketSegment) {}
