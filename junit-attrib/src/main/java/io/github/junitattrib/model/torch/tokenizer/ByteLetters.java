package io.github.junitattrib.model.torch.tokenizer;

/**
 * The letters that byte-level BPE writes for bytes: a printable character of Latin-1 stands for itself, the others take
 * the code points from U+0100 in turn, so that a space is {@code Ġ} (Radford et al. 2019, GPT-2).
 */
final class ByteLetters {

    private static final String[] LETTERS = new String[256];

    static {
        int next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value > 0x20 && value < 0x7F) || (value > 0xA0 && value != 0xAD);
            LETTERS[value] = Character.toString(printable ? value : next++);
        }
    }

    private ByteLetters() {}

    static String letter(int value) {
        return LETTERS[value];
    }
}
