/**
 * What the analysis reads: daily inquiries and spend, and deals by cohort day and lag, per segment, as of a day. Read by
 * SQL, never through entities; knows neither the estimates nor the decisions made from it.
 *
 * <p>A {@link dev.leadline.ledger.LedgerReader} gives a {@link dev.leadline.ledger.Ledger}: the records of one workspace as of a day,
 * which a {@link dev.leadline.ledger.Segmenter} divides into a {@link dev.leadline.ledger.SegmentLedger} each. Behind the reader the
 * records are kept in memory by day, in columns (DayRecords and its rows, numbered by a Vocabulary), and read anew by the
 * RecordsReader where the table ledger_change shows that a day has changed.
 */
package dev.leadline.ledger;
