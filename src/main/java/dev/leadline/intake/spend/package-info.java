/** Spend: what a campaign cost on a day, as its ad platform tells it and restates it. */
package dev.leadline.intake.spend;
