package io.github.junitattrib.corpus;

/**
 * The ids of a file so far, as 64-bit hashes with their lines: a million of them take 40 MB at most, however long they are.
 * Two ids out of a million have the same hash by chance in one file of 37 million.
 */
public final class SeenIds {

    private long[] hashes = new long[1 << 10];
    private int[] lines = new int[1 << 10];
    private int size;

    /** Makes an empty set. */
    public SeenIds() {}

    /**
     * Asks for an id.
     *
     * @param id an id
     * @return whether it was noted
     */
    public boolean contains(String id) {
        long hash = hash(id);
        for (int slot = slot(hash); lines[slot] != 0; slot = (slot + 1) & (hashes.length - 1)) {
            if (hashes[slot] == hash) {
                return true;
            }
        }
        return false;
    }

    /**
     * Notes an id.
     *
     * @param id an id
     * @param line where it is, from 1
     * @return the line that had it before, or 0
     */
    public long add(String id, long line) {
        if (2 * (size + 1) > hashes.length) {
            grow();
        }
        long before = put(hash(id), (int) Math.min(line, Integer.MAX_VALUE));
        size += before == 0 ? 1 : 0;
        return before;
    }

    private int put(long hash, int line) {
        int slot = slot(hash);
        while (lines[slot] != 0) {
            if (hashes[slot] == hash) {
                return lines[slot];
            }
            slot = (slot + 1) & (hashes.length - 1);
        }
        hashes[slot] = hash;
        lines[slot] = line;
        return 0;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (hashes.length - 1);
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        hashes = new long[2 * oldHashes.length];
        lines = new int[2 * oldLines.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldLines[i] != 0) {
                put(oldHashes[i], oldLines[i]);
            }
        }
    }

    /** The mixing function of SplittableRandom over the characters. */
    private static long hash(String id) {
        long hash = id.length();
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) + 0x9E3779B97F4A7C15L;
            hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
            hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
            hash ^= hash >>> 31;
        }
        return hash;
    }
}
