package dev.leadline.intake.batch;

/**
 * How many rows of a batch make one transaction.
 *
 * @param first of the first chunk
 * @param rows of every other
 * @param bytes as the rows were sent; so that a chunk of long rows takes no more memory than one of many
 */
record ChunkSize(int first, int rows, long bytes) {

    /** The first chunk is smaller, so that the database soon has something to do. */
    static final ChunkSize STORED = new ChunkSize(2_000, 8_000, 4 << 20);

    /** All in one, so that a row meets those before it as it would if these had been stored. */
    static final ChunkSize TRIED = new ChunkSize(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
}
