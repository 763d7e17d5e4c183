package io.github.junitattrib.model.torch.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SafeExpressionTest {

    private static final Path FILE = Path.of("tokenizer.json");

    /** As tokenizers of models in use have them. */
    static List<String> known() {
        return List.of(
                " {2,}",
                "\\s+",
                // GPT-2, RoBERTa
                "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+",
                // CLIP
                "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
                // Llama 3, Qwen 2
                "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                        + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                // GPT-4o, Mistral
                "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+"
                        + "(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+"
                        + "|\\s+(?!\\S)|\\s+",
                // BLOOM
                " ?[^(\\s|[.,!?\u2026\u3002\uff0c\u3001\u0964\u06d4\u060c])]+",
                // DeepSeek
                "[!\"#$%&'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~][A-Za-z]+|[^\\r\\n\\p{L}\\p{P}\\p{S}]?[\\p{L}\\p{M}]+"
                        + "| ?[\\p{P}\\p{S}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
                "\\s?[!-/:-~\uff01-\uff0f\uff1a-\uff5e\u2018-\u201f\u3000-\u3002]+",
                "[0-9][0-9][0-9]",
                // digits by threes
                "\\d{1,3}(?=(?:\\d{3})*\\b)",
                "(?<=[a-z])(?=[A-Z])|[[:punct:]]|\\x{20}+");
    }

    static Stream<String> dangerous() {
        return Stream.of(
                "(a+)+$",
                "([a-z]+ ?)+[0-9]$",
                "(\\w+\\s?)*$",
                "^(\\w+\\s?)*$",
                "(a|a)*$",
                "(?:a|aa){30}$",
                "((a)?){30}a{30}",
                "a?".repeat(30) + "a".repeat(30),
                "(a|a)".repeat(30) + "b",
                "\\w*\\w*\\w*!",
                "\\w{0,500}\\w{0,500}\\w{0,500}!",
                "(?:a{1,2}){40}b",
                "a{1,2}{40}b",
                "((a{99}){99}){99}",
                "(?<n>a\\g<n>?b)",
                "(a*)\\1b",
                "(?x)(#)\na+)*",
                "(?#()a+)*",
                "[]a]+",
                "(".repeat(2000) + "a" + ")".repeat(2000),
                "[".repeat(2000) + "a" + "]".repeat(2000),
                "["
                        + IntStream.range(0, 20_000)
                                .collect(
                                        StringBuilder::new,
                                        (all, i) -> all.append((char) (0x4e00 + i)),
                                        StringBuilder::append)
                        + "]");
    }

    @ParameterizedTest
    @MethodSource("known")
    void takesTheExpressionsOfKnownTokenizers(String expression) {
        assertThatCode(() -> SafeExpression.check(expression, FILE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("dangerous")
    void refusesWhatWouldEndTheProcess(String expression) {
        assertThatThrownBy(() -> SafeExpression.check(expression, FILE))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageStartingWith("The tokenizer tokenizer.json cannot be read: its regular expression \"")
                .hasMessageContaining("could end the process at some text: ");
    }

    @ParameterizedTest
    @MethodSource("known")
    void tokenizesWithTheExpressionsOfKnownTokenizers(String expression, @TempDir Path directory) {
        split(expression, SmallTokenizers.copy("bert", directory));

        try (TextTokenizer tokenizer = SmallTokenizers.open(directory)) {
            assertThat(tokenizer
                            .tokenize("It was a great film, 12345 people said.")
                            .size())
                    .isGreaterThan(2);
        }
    }

    @Test
    void refusesAnExpressionOfASplitOrAReplacement(@TempDir Path first, @TempDir Path second) {
        split("([a-z]+ ?)+[0-9]$", SmallTokenizers.copy("bert", first));
        SmallTokenizers.copy("bert", second);
        SmallTokenizers.change(second.resolve("tokenizer.json"), json -> {
            ObjectNode step =
                    json.putObject("normalizer").put("type", "Replace").put("content", "x");
            step.putObject("pattern").put("Regex", "(\\w+\\s?)*$");
        });

        assertThatThrownBy(() -> TokenizerFiles.read(first))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("it repeats a group that can match in more than one way");
        assertThatThrownBy(() -> TokenizerFiles.read(second))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("it repeats a group that can match in more than one way");
    }

    @Test
    void refusesReplacementsThatLengthenOneAnother(@TempDir Path directory) {
        SmallTokenizers.copy("bert", directory);
        SmallTokenizers.change(directory.resolve("tokenizer.json"), json -> {
            ArrayNode steps =
                    json.putObject("normalizer").put("type", "Sequence").putArray("normalizers");
            for (int i = 0; i < 24; i++) {
                ObjectNode step = steps.addObject().put("type", "Replace").put("content", "aa");
                step.putObject("pattern").put("String", "a");
            }
        });

        assertThatThrownBy(() -> TokenizerFiles.read(directory))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("its normalizer can make a text more than 1000 times as long");
    }

    private static void split(String expression, Path directory) {
        SmallTokenizers.change(directory.resolve("tokenizer.json"), json -> {
            ObjectNode step = json.putObject("pre_tokenizer").put("type", "Split");
            step.putObject("pattern").put("Regex", expression);
            step.put("behavior", "Isolated").put("invert", false);
        });
    }
}
