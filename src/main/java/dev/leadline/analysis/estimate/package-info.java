/** What is known of a segment, as posteriors: cost per inquiry, conversion rate, value of a deal, margin, return. */
package dev.leadline.analysis.estimate;
