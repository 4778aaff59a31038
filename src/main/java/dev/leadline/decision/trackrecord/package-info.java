/** Looks back: what was recommended, and its outcome. */
package dev.leadline.decision.trackrecord;
