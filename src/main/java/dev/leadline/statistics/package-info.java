/**
 * Pure numerics behind every figure: intervals, time to deal, control charts, change points, shrinkage and
 * posteriors.
 *
 * <p>The package knows no other package of Leadline: it takes counts and amounts and gives values. All types are
 * immutable and all results deterministic. Legal input never gives NaN and never throws, however thin the data is;
 * illegal input is answered by an {@link java.lang.IllegalArgumentException} that names the argument. No argument may
 * be null and no method returns null.
 *
 * <p>Days and lags are whole days; lag 0 is the day of the inquiry. Rates and probabilities are fractions.
 */
package dev.leadline.statistics;
