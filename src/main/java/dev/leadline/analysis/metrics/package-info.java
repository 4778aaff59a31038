/** The three core metrics and what follows from them, per segment. */
package dev.leadline.analysis.metrics;
