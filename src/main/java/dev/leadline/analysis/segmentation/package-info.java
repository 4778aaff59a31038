/** A query's ledger, divided into segments, and how a segment is shown. */
package dev.leadline.analysis.segmentation;
