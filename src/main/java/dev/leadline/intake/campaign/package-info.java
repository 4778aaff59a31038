/** Campaigns: what is promoted, where and to whom; and the look-up by which other records find theirs. */
package dev.leadline.intake.campaign;
