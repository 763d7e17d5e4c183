package io.github.junitattrib.model.torch.tokenizer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * The {@code precompiled_charsmap} of a tokenizer.json, a double-array trie of bytes over a table of replacements. It is
 * read to be checked, as the native library follows its offsets without looking where they lead.
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
    private final Set<Integer> deleted = new HashSet<>();

    private CharsMap(int[] units, byte[] replacements) {
        this.units = units;
        this.replacements = replacements;
    }

    static CharsMap read(String base64, Path file) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
            int size = bytes.remaining() < 4 ? 0 : bytes.getInt();
            if (size < 4 || size % 4 != 0 || size > bytes.remaining()) {
                throw new IllegalArgumentException("It is cut off");
            }
            int[] units = new int[size / 4];
            bytes.asIntBuffer().get(units);
            bytes.position(4 + size);
            byte[] replacements = new byte[bytes.remaining()];
            bytes.get(replacements);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
            CharsMap map = new CharsMap(units, replacements);
            map.walk();
            return map;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw TokenizerFiles.broken(
                    file, "the precompiled_charsmap of its normalizer is damaged (" + e.getMessage() + ")");
        }
    }

    /** Returns the code points that it replaces by nothing. */
    Set<Integer> deleted() {
        return Set.copyOf(deleted);
    }

    /** Goes wherever any text can lead. */
    private void walk() {
        BitSet seen = new BitSet(units.length);
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(offset(units[0]), new byte[0]));
        while (!open.isEmpty()) {
            Place place = open.remove();
            for (int label = 1; label < 256; label++) {
                int node = inside(place.base ^ label);
                if ((units[node] & LABEL) == label && !seen.get(node)) {
                    seen.set(node);
                    Place next = place.after(label, node ^ offset(units[node]));
                    if ((units[node] & LEAF_BELOW) != 0) {
                        replaces(next);
                    }
                    open.add(next);
                }
            }
        }
    }

    private void replaces(Place place) {
        int start = units[inside(place.base)] & Integer.MAX_VALUE;
        boolean atEnd = start == replacements.length;
        if (start > replacements.length || (!atEnd && (replacements[start] & 0xC0) == 0x80)) {
            throw new IllegalArgumentException("It replaces by what is no text");
        }
        String source = new String(place.path, StandardCharsets.UTF_8);
        if ((atEnd || replacements[start] == 0) && source.codePointCount(0, source.length()) == 1) {
            deleted.add(source.codePointAt(0));
        }
    }

    private int inside(int node) {
        if (node < 0 || node >= units.length) {
            throw new IllegalArgumentException("It leads out of its own table");
        }
        return node;
    }

    private static int offset(int unit) {
        return (unit >>> 10) << ((unit & FAR) >>> 6);
    }

    /** A node's children lie around its base; the path are the bytes that lead there. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Place(int base, byte[] path) {

        Place after(int label, int next) {
            byte[] longer = Arrays.copyOf(path, path.length + 1);
            longer[path.length] = (byte) label;
            return new Place(next, longer);
        }
    }
}
