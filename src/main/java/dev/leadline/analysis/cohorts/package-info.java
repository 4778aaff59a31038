/** What each week's or month's inquiries have brought by lag, and what they will have brought by the horizon. */
package dev.leadline.analysis.cohorts;
