package dev.leadline.intake.spend;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of table spend_day.
 *
 * @param requestId the request that wrote it last: rows of the same one are added, another one's stand in its place; null if
 *     that was before requests had ids
 * @param recordedAt when the figures were last stated otherwise
 */
record SpendRow(SpendKey key, SpendFigures figures, UUID requestId, Instant recordedAt) {}
