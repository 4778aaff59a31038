/** Campaigns: what is promoted, where and to whom; and the directory in which other records look their campaign up. */
package dev.leadline.intake.campaign;
