package dev.leadline.intake.batch;

/**
 * How many rows of a batch make one transaction.
 *
 * @param first of the first chunk
 * @param rows of every other
 * @param bytes as the rows were sent; so that a chunk of long rows takes no more memory than one of many
 * @param keys whose rows wait for more of the same key
 */
record ChunkSize(int first, int rows, long bytes, int keys) {

    /**
     * The first chunk is smaller, so that the database soon has something to do. So many keys wait that most reports are put
     * together as a whole, and so few that a long stream needs no more memory.
     */
    static final ChunkSize STORED = new ChunkSize(2_000, 8_000, 4 << 20, 20_000);

    /** All in one, so that a row meets those before it as it would if these had been stored. */
    static final ChunkSize TRIED =
            new ChunkSize(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);
}
