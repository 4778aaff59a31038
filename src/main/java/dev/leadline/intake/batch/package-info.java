/**
 * Many rows in one request: the reading of arrays and streams, and writing in chunks. Nothing here is null unless it says so.
 *
 * <p>A chunk is stored on a thread of the JDK's {@link java.util.concurrent.ThreadPoolExecutor} with its caller-runs policy; own is
 * only that the request's context goes along. MicroProfile's ManagedExecutor would carry that too, but has the threads that requests
 * hold: were all of them taken, batches would wait for ever for their own chunks. The common pool has too few threads for what waits
 * for a database: on two processors it has one, and while a chunk holds that, answers are computed on one processor.
 */
package dev.leadline.intake.batch;
