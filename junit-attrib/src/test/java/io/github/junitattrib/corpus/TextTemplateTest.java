package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTemplateTest {

    private final TextTemplate template = TextTemplate.of("{name} said the film was {adj}")
            .with("name", "Alice", "Omar")
            .with("adj", "great", "stellar");

    @Test
    void combinesAllFillings() {
        assertThat(template.texts())
                .containsExactly(
                        "Alice said the film was great",
                        "Alice said the film was stellar",
                        "Omar said the film was great",
                        "Omar said the film was stellar");
    }

    @Test
    void pairsFillingsInRows() {
        assertThat(template.rows()).containsExactly("Alice said the film was great", "Omar said the film was stellar");
        assertThatIllegalStateException()
                .isThrownBy(() -> template.with("adj", "great").rows())
                .withMessageContaining("[2, 1]");
    }

    @Test
    void fillsASlotAlikeEverywhere() {
        assertThat(TextTemplate.of("{x}{x} and {{{x}}}").with("x", "a", "b").texts())
                .containsExactly("aa and {a}", "bb and {b}");
        assertThat(TextTemplate.of("no slot").texts()).containsExactly("no slot");
        assertThat(TextTemplate.of("no slot").rows()).containsExactly("no slot");
    }

    @Test
    void doesNotReadFillingsAsSlots() {
        assertThat(TextTemplate.of("{x} {y}").with("x", "{y}").with("y", "b").texts())
                .containsExactly("{y} b");
    }

    @Test
    void samplesWithoutRepetitionBySeed() {
        List<String> numbers =
                IntStream.range(0, 50).mapToObj(Integer::toString).toList();
        TextTemplate large = TextTemplate.of("{a} {b} {c} {d} {e} {f}")
                .with("a", numbers)
                .with("b", numbers)
                .with("c", numbers)
                .with("d", numbers)
                .with("e", numbers)
                .with("f", numbers);

        assertThat(large.sample(100, 5)).hasSize(100).doesNotHaveDuplicates().isEqualTo(large.sample(100, 5));
        assertThat(large.sample(100, 5)).isNotEqualTo(large.sample(100, 6));
        assertThat(template.sample(4, 1)).isEqualTo(template.texts());
        assertThatIllegalStateException().isThrownBy(large::texts).withMessageContaining("sample(count, seed)");
    }

    @Test
    void samplesEachTextAboutAsOften() {
        int[] counts = new int[4];
        for (int seed = 0; seed < 4000; seed++) {
            for (String text : template.sample(2, seed)) {
                counts[template.texts().indexOf(text)]++;
            }
        }
        // 2000 expected, standard deviation √(4000 · ½ · ½) ≈ 32: five of them.
        assertThat(counts).satisfies(all -> assertThat(all).hasSize(4));
        for (int count : counts) {
            assertThat(count).isBetween(1840, 2160);
        }
    }

    @Test
    void refusesSamplesOfAnotherSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.sample(5, 1))
                .withMessageContaining("makes 4 texts, but 5");
        assertThatIllegalArgumentException().isThrownBy(() -> template.sample(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{name", "name}", "{}", "{a b}", "{a{b}", "a } b"})
    void refusesMalformedPatterns(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTemplate.of(pattern))
                .withMessageContaining("The brace at character ")
                .withMessageContaining(pattern);
    }

    @Test
    void refusesFillingsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.with("nmae", "Mei"))
                .withMessageContaining("no slot \"nmae\" to fill; its slots are [name, adj]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.with("name"))
                .withMessageContaining("no filling");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.with("name", "Mei", "Mei"))
                .withMessageContaining("\"Mei\" twice");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        TextTemplate.of("{name} {adj}").with("name", "Mei").texts())
                .withMessageContaining("says nothing of its slots [adj]");
    }

    @Test
    void isEqualByContent() {
        TextTemplate same = TextTemplate.of("{name} said the film was {adj}")
                .with("adj", "great", "stellar")
                .with("name", List.of("Alice", "Omar"));

        assertThat(same).isEqualTo(template).hasSameHashCodeAs(template);
        assertThat(template.with("name", "Mei")).isNotEqualTo(template);
    }

    @Test
    void labelsTexts() {
        assertThat(CorpusCase.labeled(template.rows(), "POSITIVE"))
                .containsExactly(
                        CorpusCase.labeled("Alice said the film was great", "POSITIVE"),
                        CorpusCase.labeled("Omar said the film was stellar", "POSITIVE"));
        assertThat(CorpusCase.labeled(Collections.emptyList(), "POSITIVE")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> CorpusCase.labeled("a", " "));
    }
}
