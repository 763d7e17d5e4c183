package io.github.junitattrib.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordSplitterTest {

    static Stream<Arguments> texts() {
        return Stream.of(
                words("", List.of()),
                words(" \t\r\n\u00a0\u3000", List.of()),
                words("It wasn't good.", List.of("It", "wasn't", "good", ".")),
                words("It wasn\u2019t good", List.of("It", "wasn\u2019t", "good")),
                words("'quoted' rock'n'roll dogs'", List.of("'", "quoted", "'", "rock'n'roll", "dogs", "'")),
                words("well-made", List.of("well", "-", "made")),
                words("snake_case v2 3.5", List.of("snake_case", "v2", "3", ".", "5")),
                words("...!?", List.of(".", ".", ".", "!", "?")),
                words("caf\u00e9 cafe\u0301", List.of("caf\u00e9", "cafe\u0301")),
                words("\u0130stanbul", List.of("\u0130stanbul")),
                words("\u4e2d\u6587 \ud840\udc00", List.of("\u4e2d\u6587", "\ud840\udc00")),
                words("\u05e9\u05dc\u05d5\u05dd \u200f!", List.of("\u05e9\u05dc\u05d5\u05dd", "!")),
                words("a\u200bb", List.of("a", "b")),
                words("so\u00adft \ufeffmark", List.of("so\u00adft", "mark")),
                words(
                        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
                        List.of("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645")),
                // family (three joined by U+200D), thumb with skin tone, flag, heart with variation selector, keycap
                words(
                        "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67!",
                        List.of("\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "!")),
                words("ok\ud83d\udc4d\ud83c\udffd", List.of("ok", "\ud83d\udc4d\ud83c\udffd")),
                words("\ud83c\udde9\ud83c\uddea", List.of("\ud83c\udde9\ud83c\uddea")),
                words("\u2764\ufe0f 1\ufe0f\u20e3", List.of("\u2764\ufe0f", "1\ufe0f\u20e3")));
    }

    private static Arguments words(String text, List<String> words) {
        return Arguments.of(text, words);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void findsTheWordsThatAWriterSees(String text, List<String> words) {
        assertThat(WordSplitter.words(text).stream().map(span -> span.of(text))).containsExactlyElementsOf(words);
    }

    @Test
    void findsOneLongWordWithoutAStackFrameForEachApostrophe() {
        assertThat(WordSplitter.words("a'".repeat(100_000) + "a")).containsExactly(new Span(0, 200_001));
        assertThat(WordSplitter.words("a".repeat(1_000_000))).hasSize(1);
    }

    @Test
    void coversEveryVisibleCharacterOnceAndCutsNone() {
        Random random = new Random(20261122);
        for (int round = 0; round < 3_000; round++) {
            String text = UnicodeTexts.random(random, 30);
            int end = 0;
            for (Span word : WordSplitter.words(text)) {
                assertThat(word.length()).isPositive();
                assertThat(word.start()).isGreaterThanOrEqualTo(end);
                assertThat(UnicodeTexts.isBorder(text, word.start())).isTrue();
                assertThat(UnicodeTexts.isBorder(text, word.end())).isTrue();
                assertThat(text.substring(end, word.start())).matches("[\\p{Z}\\p{Cc}\\p{Cf}]*");
                end = word.end();
            }
            assertThat(text.substring(end)).matches("[\\p{Z}\\p{Cc}\\p{Cf}]*");
        }
    }
}
