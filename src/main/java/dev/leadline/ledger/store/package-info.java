/**
 * The records of a workspace, kept in memory by day, in columns ({@link dev.leadline.ledger.store.DayRecords} and its rows, numbered by
 * a dictionary), and read anew where the table ledger_change shows that a day has changed. Other rooms know only {@link
 * dev.leadline.ledger.store.LedgerReader}, {@link dev.leadline.ledger.store.Ledger} and {@link dev.leadline.ledger.store.LateRecords}.
 */
package dev.leadline.ledger.store;
