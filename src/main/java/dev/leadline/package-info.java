/** Leadline: is the promotion working, and what to do next. Data flows one way: records, ledger, analysis, decision. */
package dev.leadline;
