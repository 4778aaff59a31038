/** Looks back: what was recommended, and what came of it. */
package dev.leadline.decision.trackrecord;
