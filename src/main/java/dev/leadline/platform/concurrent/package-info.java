/**
 * Many threads: calls that come at the same time answered together, work shared between processors.
 *
 * <p>{@link dev.leadline.platform.concurrent.InParallel} was measured against parallel streams, the common pool's invokeAll,
 * CompletableFuture and Mutiny: none is faster, and two answers at once take 1.2 to 2.8 times as long with them
 * (docs/decisions/0011-own-means-of-sharing-work.md). {@link dev.leadline.platform.concurrent.CallBatcher} was measured against
 * single calls (docs/decisions/0002-grouped-posts.md); Mutiny's groups wait for a time or a number, and so would a lone caller.
 */
package dev.leadline.platform.concurrent;
