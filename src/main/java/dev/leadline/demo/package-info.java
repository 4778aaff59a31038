/**
 * The demo market: a seeded simulator of a maker of custom industrial parts whose truth is known.
 *
 * <p>{@link dev.leadline.demo.MarketSimulator} turns {@link dev.leadline.demo.MarketParameters} and a seed into
 * records as a firm would post them, together with the {@link dev.leadline.demo.MarketTruth} behind them.
 * {@link dev.leadline.demo.DemoMarket} is one set of parameters with named stories; tests and benchmarks use others.
 * Everything is a pure function of parameters and seed, alike on every JDK: the only source of chance is
 * {@link dev.leadline.demo.RandomSource}.
 *
 * <p>No reference is null unless its Javadoc says so.
 */
package dev.leadline.demo;
