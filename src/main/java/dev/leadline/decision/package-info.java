/**
 * Scale or hold, and why. A recommendation is a function of (ledger as of a day, settings, day): nothing is stored and read
 * back, so any past one can be recomputed.
 */
package dev.leadline.decision;
