/**
 * The demo market: a seeded simulator of a maker of custom industrial parts whose truth is known.
 *
 * <p>{@link dev.leadline.demo.MarketSimulator} turns {@link dev.leadline.demo.MarketParameters} and a seed into
 * records as a firm would post them, together with the {@link dev.leadline.demo.MarketTruth} behind them.
 * {@link dev.leadline.demo.DemoMarket} is one set of parameters with named stories; tests and benchmarks use others.
 * Everything is a pure function of parameters and seed, alike on every JDK: the only source of chance is
 * {@link dev.leadline.demo.RandomSource}. What tests and benchmarks simulate draws from it too; those that only pick at random take
 * the words it is made of, the JDK's {@link java.util.SplittableRandom}. Where bounds of a test hold on its seeds only, it keeps the
 * source that it was written with.
 *
 * <p>Commons RNG would not do for it: its samplers call {@link java.lang.Math}, whose logarithms may differ in the last digit from
 * one JDK to the next, and draw in another way. So the demo market's records, which README, docs and the examples of the API
 * document quote, would be others, and so would the simulations whose figures docs/methods states.
 *
 * <p>No reference is null unless its Javadoc says so.
 */
package dev.leadline.demo;
