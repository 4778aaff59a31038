/**
 * What the analysis reads: daily inquiries and spend, and deals by cohort day and lag, per segment, as of a day. Read by
 * SQL, never through entities; knows neither the estimates nor the decisions made from it.
 */
package dev.leadline.ledger;
