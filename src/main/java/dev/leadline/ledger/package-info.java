/**
 * What the analysis reads: daily inquiries and spend, and deals by cohort day and lag, per segment, as of a day. Read by
 * SQL, never through entities; knows neither the estimates nor the decisions made from it.
 *
 * <p>A {@link dev.leadline.ledger.store.LedgerReader} gives a {@link dev.leadline.ledger.store.Ledger}: the records of one workspace as
 * of a day, which a {@link dev.leadline.ledger.segment.Segmenter} divides into a {@link dev.leadline.ledger.segment.SegmentLedger} each.
 */
package dev.leadline.ledger;
