/** Query parameters of the analysis, parsed and bounded once. */
package dev.leadline.analysis.query;
