/** Deals: what inquiries led to, when and for how much; each carries what the analysis needs of its inquiry. */
package dev.leadline.intake.deal;
