/** The metrics over time: by day, week or month in which the inquiries were received. */
package dev.leadline.analysis.series;
