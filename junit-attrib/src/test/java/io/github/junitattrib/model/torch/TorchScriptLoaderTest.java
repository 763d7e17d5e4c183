package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.script.ArchiveEditor;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that PyTorch wrote, with the numbers of the modules before they were traced (archives_for_tests.py). */
class TorchScriptLoaderTest {

    @TempDir
    Path root;

    static Stream<Arguments> references() throws IOException {
        try (var stream = TorchScriptLoaderTest.class.getResourceAsStream("/archives/references.json")) {
            JsonNode json = new ObjectMapper().readTree(Objects.requireNonNull(stream));
            return json.properties().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("references")
    void givesTheLogitsAndGradientsOfTheModuleThatWasTraced(String name, JsonNode reference) {
        try (TorchClassifier model = ScriptFolder.of(name, root).load()) {
            for (JsonNode text : reference.path("texts")) {
                TokenizedText tokens = tokens(text.path("ids"));
                double[] logits = doubles(text.path("logits"));
                double[] gradient = doubles(text.path("gradient"));
                double[] point = model.embed(tokens, Baseline.ZERO).input();

                ScoreGradients result = model.function(tokens)
                        .gradients(new double[][] {point, point}, new TargetScore.OfClass(logits.length - 1, "last"));

                double[] scores = model.predict(tokens).scores().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                assertThat(scores).containsExactly(logits, within(1e-5));
                for (int row = 0; row < 2; row++) {
                    assertThat(result.scores()[row]).containsExactly(logits, within(1e-5));
                    assertThat(result.gradients()[row]).containsExactly(gradient, within(1e-5 * largest(gradient)));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bert-tuple, LOGITS, 'LABEL_0,LABEL_1,LABEL_2', float32",
        "bag-softmax, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-sigmoid, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-softmax-scaled, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-softmax-by-hand, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-both-sides, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-sigmoid-clamped, PROBABILITIES, 'LABEL_0,LABEL_1', float32",
        "bag-gated, LOGITS, 'LABEL_0,LABEL_1', float32",
        "bag-far-out, LOGITS, 'LABEL_0,LABEL_1', float32",
        "bag-double, LOGITS, 'LABEL_0,LABEL_1', float64",
    })
    void knowsKindLabelsAndNumberType(String name, ScoreKind kind, String labels, String type) {
        try (TorchClassifier model = ScriptFolder.of(name, root).load()) {
            assertThat(model.predict("it was great").kind()).isEqualTo(kind);
            assertThat(model.labels()).containsExactly(labels.split(","));
            assertThat(model.facts().dtype()).isEqualTo(type);
            assertThat(model.facts().name()).isEqualTo("script");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "single_label_classification, LOGITS",
        "multi_label_classification, MULTI_LABEL_LOGITS",
        "regression, VALUES",
    })
    void takesLabelsAndProblemFromTheConfig(String problem, ScoreKind kind) {
        ScriptFolder folder = ScriptFolder.of("bag", root)
                .write(
                        "config.json",
                        "{\"id2label\": {\"1\": \"POSITIVE\", \"0\": \"NEGATIVE\"}, \"problem_type\": \"" + problem
                                + "\"}");
        try (TorchClassifier model = folder.load()) {
            assertThat(model.labels()).containsExactly("NEGATIVE", "POSITIVE");
            assertThat(model.predict("it was great").kind()).isEqualTo(kind);
        }
    }

    @Test
    void needsNoConfig() {
        try (TorchClassifier model =
                ScriptFolder.of("bag", root).delete("config.json").load()) {
            assertThat(model.labels()).containsExactly("LABEL_0", "LABEL_1");
            // Nothing says how long a text may be, and nothing in this network asks.
            assertThat(model.predict("it was great ".repeat(500)).scores()).allMatch(Double::isFinite);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id2label\": {\"0\": \"A\"}}",
                "{\"id2label\": {\"0\": \"A\", \"2\": \"B\"}}",
                "{\"id2label\": {\"0\": \"A\", \"1\": \"A\"}}",
                "{\"id2label\": {\"0\": \"A\", \"1\": \"B\", \"2\": \"C\"}}",
                "{\"problem_type\": \"ranking\"}",
                "{\"pad_token_id\": -1}",
                "{\"max_position_embeddings\": 0}",
                "{\"max_position_embeddings\": \"many\"}",
                "[]",
                "no JSON",
            })
    void refusesAConfigThatDoesNotFit(String config) {
        ScriptFolder folder = ScriptFolder.of("bag", root).write("config.json", config);

        assertThatThrownBy(folder::load).isInstanceOf(ModelLoadException.class).hasMessageContaining("config.json");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("two-names", "returns [first, second], none of them called logits"),
                Arguments.of("argmax", "gives scores of type int64 (torch.argmax)"),
                Arguments.of("per-token", "gives scores of shape (1, 13, 2) for one text"),
                Arguments.of("detached", "PyTorch gave no gradient"),
                Arguments.of("random", "gives other scores at each call"),
                Arguments.of("fixed-length", "so that the length is free"),
                Arguments.of("unmasked", "gives a text other scores when it stands in a batch with a longer one"),
                Arguments.of("reads-ids", "reads words in more than one place"),
                // Told by Java alone, and through the loader all the same.
                Arguments.of("training", "was traced in training mode"),
                Arguments.of("int8", "is quantized"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesNetworksThatCannotBeExplained(String name, String reason) {
        ScriptFolder folder = ScriptFolder.of("refused-" + name, root);

        assertThatThrownBy(folder::load)
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("refused-" + name + ".pt")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnArchiveOfServingPropertiesThatIsNotThere() {
        ScriptFolder folder =
                ScriptFolder.of("bag", root).write("serving.properties", "engine=PyTorch\noption.modelName=nothere\n");

        assertThatThrownBy(folder::load)
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("names the archive nothere.pt (option.modelName), which is not there. The"
                        + " directory has [bag.pt]");
    }

    @Test
    void choosesTheArchiveThatServingPropertiesName() throws IOException {
        ScriptFolder folder = ScriptFolder.of("bag", root);
        Files.copy(folder.directory.resolve("bag.pt"), folder.directory.resolve("other.pt"));

        assertThatThrownBy(folder::load)
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("several TorchScript archives: [bag.pt, other.pt]")
                .hasMessageContaining("option.modelName in serving.properties");

        folder.write("serving.properties", "engine=PyTorch\noption.modelName=other\n")
                .load()
                .close();
        folder.write("serving.properties", "").write("bag.pt", "broken");
        Files.move(folder.directory.resolve("other.pt"), folder.directory.resolve("model.pt"));
        folder.load().close();
    }

    @Test
    void sayWhichFileIsMissing() {
        ScriptFolder folder = ScriptFolder.of("bag", root).delete("tokenizer.json");

        assertThatThrownBy(folder::load).isInstanceOf(ModelLoadException.class).hasMessageContaining("tokenizer.json");
    }

    @Test
    void refusesATokenizerOfMoreWords() throws IOException {
        ScriptFolder folder = ScriptFolder.of("bag", root);
        String tokenizer = Files.readString(folder.directory.resolve("tokenizer.json"));

        assertThatThrownBy(folder.write("tokenizer.json", tokenizer.replace("\"film\":16", "\"film\":30"))::load)
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("gives \"film\" the id 30, but the archive has 30 word embeddings");
    }

    @Test
    void writesNothingIntoTheModelsDirectory() throws IOException {
        ScriptFolder folder = ScriptFolder.of("bert-tuple", root);
        folder.load().close();

        try (Stream<Path> files = Files.list(folder.directory)) {
            assertThat(files)
                    .extracting(file -> String.valueOf(file.getFileName()))
                    .containsExactlyInAnyOrder("bert-tuple.pt", "config.json", "tokenizer.json");
        }
        assertThat(root.resolve("cache/torchscript")).isDirectoryContaining("glob:**.pt");
    }

    @ParameterizedTest
    // 20 rows of positions; RoBERTa counts from behind the padding token 0.
    @CsvSource({"bert-tuple, 20", "roberta-tensor, 19"})
    void knowsTheLongestText(String name, int limit) {
        try (TorchClassifier model = ScriptFolder.of(name, root)
                .write("config.json", "{\"pad_token_id\": 0}")
                .load()) {
            assertThat(model.predict("it ".repeat(limit - 2)).scores()).allMatch(Double::isFinite);
            assertThatThrownBy(() -> model.predict("it ".repeat(limit - 1)))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageContaining((limit + 1) + " tokens, but the model reads " + limit);
        }
    }

    @Test
    void tellsALengthThatOnlyTheNetworkKnowsOf() {
        // Frozen code has no names, and so no table of positions that could be told from others.
        try (TorchClassifier model = ScriptFolder.of("distilbert-frozen", root).load()) {
            assertThat(model.predict("it ".repeat(18)).scores()).allMatch(Double::isFinite);
            assertThatThrownBy(() -> model.predict("it ".repeat(30)))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageContaining("The text has 32 tokens");
        }
    }

    @Test
    void takesTheLimitOfTheConfigWhereItIsLower() {
        ScriptFolder folder = ScriptFolder.of("bert-tuple", root).write("config.json", "{\"n_positions\": 15}");
        try (TorchClassifier model = folder.load()) {
            assertThatThrownBy(() -> model.predict("it ".repeat(14)))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessageContaining("16 tokens, but the model reads 15");
        }
    }

    @Test
    void startsPathsAtTheRowsOfPaddingMaskAndUnknown() {
        try (TorchClassifier model = ScriptFolder.of("bert-tuple", root).load()) {
            TokenizedText text = model.tokenize("great");
            double[] specials =
                    model.embed(tokens(new long[] {0, 4, 1}), Baseline.ZERO).input();
            for (int i = 0; i < 3; i++) {
                Baseline.Row baseline =
                        List.of(Baseline.PAD, Baseline.MASK, Baseline.UNK).get(i);
                ExplainedInput input = model.embed(text, baseline);
                int width = input.width();
                double[] start = java.util.Arrays.copyOfRange(input.baseline(), width, 2 * width);
                assertThat(start).containsExactly(java.util.Arrays.copyOfRange(specials, i * width, (i + 1) * width));
            }
        }
    }

    @Test
    void loadsOnTheCpuWhatWasTracedOnAGpu() throws IOException {
        Path traced = Path.of(Objects.requireNonNull(getClass().getResource("/families/deberta-v2-traced"))
                .getPath());
        ArchiveEditor editor = new ArchiveEditor(traced.resolve("deberta-v2-traced.pt"));
        int changed = 0;
        for (String name : editor.names()) {
            String text = new String(editor.get(name), StandardCharsets.ISO_8859_1);
            // Code names the device where it makes a tensor, a pickle where it was saved.
            String moved = text.replace("torch.device(\"cpu\")", "torch.device(\"cuda:0\")")
                    .replace("X\3\0\0\0cpu", "X\6\0\0\0cuda:0");
            changed += moved.equals(text) ? 0 : 1;
            editor.put(name, moved.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(changed).isGreaterThan(2);
        ScriptFolder folder = ScriptFolder.of("bag", root)
                .delete("bag.pt")
                .write("config.json", Files.readString(traced.resolve("config.json")))
                .write("tokenizer.json", Files.readString(traced.resolve("tokenizer.json")))
                .write("gpu.pt", editor.bytes());

        try (TorchClassifier model = folder.load();
                TextClassifier original = new TorchScriptLoader().load(traced, "original", new DeviceChoice("cpu"))) {
            assertThat(model.predict("The soup was great.").scores())
                    .isEqualTo(original.predict("The soup was great.").scores());
        }
    }

    @Test
    void loadsCodeThatTheStackOfAThreadIsTooSmallFor() throws Exception {
        // The native compiler needs more than half a megabyte for three thousand operations in a row.
        String many = "    _0 = torch.neg(torch.neg(_0))\n".repeat(1_500);
        byte[] archive = new ArchiveEditor("bag")
                .editCode(
                        "class Bag(Module)",
                        code -> code.replaceFirst("    return (.*)\n", "    _0 = $1\n" + many + "    return _0\n"))
                .bytes();
        ScriptFolder folder = ScriptFolder.of("bag", root).write("bag.pt", archive);

        List<Throwable> failures = new ArrayList<>();
        Thread small = new Thread(
                null,
                () -> {
                    try (TorchClassifier model = folder.load()) {
                        model.function(model.tokenize("great"))
                                .gradients(
                                        new double[][] {
                                            model.embed(model.tokenize("great"), Baseline.ZERO)
                                                    .input()
                                        },
                                        new TargetScore.OfClass(0, "first"));
                    } catch (RuntimeException e) {
                        failures.add(e);
                    }
                },
                "small",
                512 << 10);
        small.start();
        small.join();

        assertThat(failures).isEmpty();
    }

    private static TokenizedText tokens(JsonNode ids) {
        long[] numbers = new long[ids.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ids.get(i).asLong();
        }
        return tokens(numbers);
    }

    private static TokenizedText tokens(long[] ids) {
        List<Token> tokens = new ArrayList<>();
        for (long id : ids) {
            tokens.add(new Token(id, "t" + id, Optional.of(new Span(0, 1)), OptionalInt.of(0), false));
        }
        return new TokenizedText("t", tokens);
    }

    private static double[] doubles(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    private static double largest(double[] numbers) {
        return java.util.Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }
}
