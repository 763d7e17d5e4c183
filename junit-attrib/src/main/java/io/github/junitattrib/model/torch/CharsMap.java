package io.github.junitattrib.model.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/**
 * Checks the {@code precompiled_charsmap} of a tokenizer.json, a double-array trie of bytes over a table of replacements:
 * the native library follows its offsets without looking where they lead.
 *
 * <p>Layout as in sentencepiece (normalizer.cc, darts-clone): the trie's size in bytes, its units of 32 bits, then the
 * replacements in UTF-8, each ended by a zero byte.
 */
final class CharsMap {

    private static final int LEAF_BELOW = 1 << 8;
    private static final int FAR = 1 << 9;
    private static final int LABEL = (1 << 31) | 0xFF;

    private final int[] units;
    private final byte[] replacements;

    private CharsMap(int[] units, byte[] replacements) {
        this.units = units;
        this.replacements = replacements;
    }

    static void check(String base64, Path file) {
        String fault = parse(base64);
        if (!fault.isEmpty()) {
            throw TokenizerFiles.broken(file, "the precompiled_charsmap of its normalizer " + fault);
        }
    }

    private static String parse(String base64) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
            int size = bytes.remaining() < 4 ? 0 : bytes.getInt();
            if (size < 4 || size % 4 != 0 || size > bytes.remaining()) {
                return "is cut off";
            }
            int[] units = new int[size / 4];
            bytes.asIntBuffer().get(units);
            bytes.position(4 + size);
            byte[] replacements = new byte[bytes.remaining()];
            bytes.get(replacements);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
            return new CharsMap(units, replacements).leadsAstray() ? "leads out of its own table" : "";
        } catch (IllegalArgumentException e) {
            return "is not in base64";
        } catch (CharacterCodingException e) {
            return "has replacements that are not in UTF-8";
        }
    }

    /** Goes wherever any text can lead. */
    private boolean leadsAstray() {
        BitSet seen = new BitSet(units.length);
        Deque<Integer> open = new ArrayDeque<>();
        open.add(offset(units[0]));
        while (!open.isEmpty()) {
            int base = open.remove();
            for (int label = 1; label < 256; label++) {
                int node = base ^ label;
                if (node < 0 || node >= units.length) {
                    return true;
                }
                if ((units[node] & LABEL) != label || seen.get(node)) {
                    continue;
                }
                seen.set(node);
                int below = node ^ offset(units[node]);
                if ((units[node] & LEAF_BELOW) != 0 && (below < 0 || below >= units.length || !isStart(below))) {
                    return true;
                }
                open.add(below);
            }
        }
        return false;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & FAR) >>> 6);
    }

    /** Says whether the leaf's number is the place of a whole character, or the end. */
    private boolean isStart(int leaf) {
        int place = units[leaf] & Integer.MAX_VALUE;
        return place == replacements.length || (place < replacements.length && (replacements[place] & 0xC0) != 0x80);
    }
}
