/** What is asked of the analysis: its parameters, each with its bounds, and the query that they make. */
package dev.leadline.analysis.query;
