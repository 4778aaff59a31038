package dev.leadline.ledger.store;

/** Numbers pairs of whole numbers from 0 on, in the order in which they are first asked for. */
public final class PairDictionary {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] pairs = new long[64];
    /** By slot the pair's number plus 1; 0 where the slot is free. */
    private int[] numbers = new int[64];

    private int size;

    /** The number of a pair, a new one if it has none yet. */
    public int of(int first, int second) {
        long pair = (long) first << Integer.SIZE | second & 0xFFFF_FFFFL;
        int slot = slot(pair);
        if (numbers[slot] == 0) {
            if (2 * size >= numbers.length) {
                grow();
                slot = slot(pair);
            }
            pairs[slot] = pair;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    /** Where the pair stands, or the free place for it. */
    private int slot(long pair) {
        int mask = numbers.length - 1;
        int slot = (int) (pair * SPREAD >>> Integer.SIZE) & mask;
        while (numbers[slot] != 0 && pairs[slot] != pair) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldPairs = pairs;
        int[] oldNumbers = numbers;
        pairs = new long[oldPairs.length * 2];
        numbers = new int[oldNumbers.length * 2];
        for (int old = 0; old < oldNumbers.length; old++) {
            if (oldNumbers[old] != 0) {
                int slot = slot(oldPairs[old]);
                pairs[slot] = oldPairs[old];
                numbers[slot] = oldNumbers[old];
            }
        }
    }
}
