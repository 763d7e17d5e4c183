package io.github.junitattrib.model.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints that are whole but for one thing. */
@SuppressWarnings("ByteBufferBackingArray") // all buffers are whole arrays of their own
class BrokenCheckpointTest {

    private static final String LFS_POINTER = """
            version https://git-lfs.github.com/spec/v1
            oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
            size 268435456
            """;

    @TempDir
    Path directory;

    @Test
    void loadsTheWholeOne() {
        new TinyCheckpoint().write(directory);

        try (DifferentiableClassifier model = load()) {
            assertThat(model.labels()).containsExactly("NEGATIVE", "POSITIVE");
            assertThat(model).hasToString(directory.getFileName() + " (cpu, float32, classes [NEGATIVE, POSITIVE])");
            assertThat(model.predict("it was great").scores()).allMatch(Double::isFinite);
        }
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(
                        "config.json",
                        "holds no model that can be read. It has model.safetensors, tokenizer.json; config.json is"
                                + " missing. Give"),
                Arguments.of("model.safetensors", "has no model.safetensors and no TorchScript archive (.pt). Save"),
                Arguments.of(
                        "tokenizer.json", "has no tokenizer.json. Save it with the tokenizer's save_pretrained(…)"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhichFileIsMissing(String file, String message) throws IOException {
        new TinyCheckpoint().write(directory);
        Files.delete(directory.resolve(file));

        assertRefused(message);
    }

    @ParameterizedTest
    @MethodSource("files")
    void refusesADirectoryInTheFilesPlace(String file, String message) throws IOException {
        new TinyCheckpoint().write(directory);
        Files.delete(directory.resolve(file));
        Files.createDirectory(directory.resolve(file));

        assertRefused(file);
    }

    static Stream<Arguments> configs() {
        return Stream.of(
                config(
                        json -> json.put("model_type", "gpt2"),
                        "family \"gpt2\"",
                        "can be read: bert, roberta, xlm-roberta, camembert, distilbert, electra, albert, mpnet,"
                                + " deberta-v2."),
                config(json -> json.remove("model_type"), "family \"\""),
                config(json -> json.put("hidden_act", "mish"), "hidden_act \"mish\"", "relu, silu, swish, tanh"),
                config(json -> json.put("position_embedding_type", "relative_key"), "Only absolute positions"),
                config(json -> json.put("problem_type", "ranking"), "problem_type \"ranking\"", "regression"),
                config(json -> json.put("vocab_size", 15), "word_embeddings.weight", "[14, 4]", "asks for [15, 4]"),
                config(json -> json.put("type_vocab_size", 1), "token_type_embeddings", "[2, 4]", "asks for [1, 4]"),
                config(json -> json.put("intermediate_size", 9), "intermediate.dense", "[8, 4]", "asks for [9, 4]"),
                config(json -> json.remove("hidden_size"), "has no \"hidden_size\""),
                config(json -> json.remove("num_hidden_layers"), "has no \"num_hidden_layers\""),
                config(json -> json.remove("num_attention_heads"), "has no \"num_attention_heads\""),
                config(json -> json.remove("max_position_embeddings"), "has no \"max_position_embeddings\""),
                config(json -> json.put("hidden_size", "4"), "has the wrong \"hidden_size\": \"4\""),
                config(json -> json.put("hidden_size", 4.5), "has the wrong \"hidden_size\": 4.5"),
                config(json -> json.put("hidden_size", 0), "has the wrong \"hidden_size\": 0"),
                config(json -> json.put("hidden_size", 1L << 40), "has the wrong \"hidden_size\""),
                config(json -> json.put("layer_norm_eps", "small"), "has the wrong \"layer_norm_eps\": \"small\""),
                config(json -> json.put("layer_norm_eps", -1e-5), "has the wrong \"layer_norm_eps\": -1.0E-5"),
                config(json -> json.put("num_attention_heads", 3), "no multiple of num_attention_heads 3"),
                config(json -> json.put("hidden_size", 6), "word_embeddings.weight", "[14, 4]", "asks for [14, 6]"),
                config(json -> json.put("max_position_embeddings", 512), "position_embeddings", "asks for [512, 4]"),
                config(json -> json.put("num_hidden_layers", 2), "no tensor bert.encoder.layer.1."),
                config(json -> json.withObject("/id2label").put("2", "NEUTRAL"), "has 2 classes", "names 3"),
                config(json -> json.withObject("/id2label").remove("0"), "no entry for class 0"),
                config(
                        json -> json.withObject("/id2label").put("x", "NEUTRAL"),
                        "index \"x\" of id2label is no number"),
                config(json -> json.withObject("/id2label").put("1", "NEGATIVE"), "twice", "NEGATIVE"));
    }

    private static Arguments config(Consumer<ObjectNode> change, String... parts) {
        return Arguments.of(change, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("configs")
    void refusesAConfigThatDoesNotFit(Consumer<ObjectNode> change, List<String> parts) {
        new TinyCheckpoint().config(change).write(directory);

        assertRefused(parts.toArray(String[]::new));
    }

    @Test
    void refusesMoreLayersThanTheConfigHas() {
        new TinyCheckpoint()
                .shape("bert.encoder.layer.1.output.dense.weight", 4, 8)
                .write(directory);

        assertRefused("model.safetensors hold more layers than the 1 of config.json (num_hidden_layers)");
    }

    @Test
    void refusesAConfigThatIsNoJsonObject() throws IOException {
        new TinyCheckpoint().write(directory);
        for (String text : List.of("", "no JSON", "[]", "{\"a\":", "[".repeat(10_000), "3")) {
            Files.writeString(directory.resolve("config.json"), text);

            assertRefused("config.json", "JSON", "Copy the model again.");
        }
    }

    static Stream<Arguments> tensors() {
        String words = "bert.embeddings.word_embeddings.weight";
        return Stream.of(
                Arguments.of(new TinyCheckpoint().without("classifier.bias"), "no tensor classifier.bias"),
                Arguments.of(new TinyCheckpoint().without(words), "no tensor " + words),
                Arguments.of(new TinyCheckpoint().shape(words, 56), words + " of"),
                Arguments.of(new TinyCheckpoint().shape(words, 0, 4), "[0, 4] and so no numbers"),
                Arguments.of(new TinyCheckpoint().shape(words), words + " of"),
                Arguments.of(
                        new TinyCheckpoint().shape("bert.embeddings.token_type_embeddings.weight", 0, 4),
                        "token_type_embeddings.weight"),
                Arguments.of(
                        new TinyCheckpoint().shape("classifier.bias", 0).shape("classifier.weight", 0, 4),
                        "classifier.weight"),
                Arguments.of(
                        new TinyCheckpoint().stored("classifier.bias", "I64", new long[] {2}, new byte[16]),
                        "Tensor classifier.bias of"),
                Arguments.of(
                        new TinyCheckpoint().stored("classifier.bias", "I8", new long[] {2}, new byte[2]),
                        "holds numbers of type I8"),
                Arguments.of(
                        new TinyCheckpoint().stored("classifier.bias", "F8_E5M2", new long[] {2}, new byte[2]),
                        "has the type \"F8_E5M2\", which cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("tensors")
    void refusesWeightsThatDoNotFit(TinyCheckpoint checkpoint, String message) {
        checkpoint.write(directory);

        assertRefused(message, "model.safetensors");
    }

    @Test
    void refusesAPickleWithTheCommandThatConvertsIt() throws IOException {
        new TinyCheckpoint().write(directory);
        Files.move(directory.resolve("model.safetensors"), directory.resolve("pytorch_model.bin"));

        assertRefused("pytorch_model.bin", "python -c", "from_pretrained('" + directory + "').save_pretrained(");
    }

    @Test
    void refusesWeightsThatAreNamedAsAnArchive() throws IOException {
        new TinyCheckpoint().write(directory);
        Files.move(directory.resolve("model.safetensors"), directory.resolve("model.pt"));

        assertRefused("model.pt is a safetensors file under another name", "Name it model.safetensors");
    }

    @Test
    void refusesAnEmptyDirectory() {
        assertRefused("holds no model that can be read. It has no files.", "Give a directory of one of these formats");
    }

    @Test
    void refusesATokenizerThatIsNone() throws IOException {
        new TinyCheckpoint().write(directory);
        for (String text : List.of("", "no JSON", "[]", "{}", "{\"model\":{\"type\":\"Magic\"}}", "[".repeat(10_000))) {
            Files.writeString(directory.resolve("tokenizer.json"), text);

            assertRefused("tokenizer.json", "cannot be read", "Copy the");
        }
    }

    @Test
    void refusesIdsBeyondTheEmbeddings() throws IOException {
        new TinyCheckpoint().write(directory);
        List<String> longer = new ArrayList<>(TinyCheckpoint.vocabulary());
        longer.add("stellar");
        Files.writeString(directory.resolve("tokenizer.json"), TinyCheckpoint.tokenizer(longer));

        try (DifferentiableClassifier model = load()) {
            assertThat(model.predict("great").labels()).hasSize(2);
            assertThatThrownBy(() -> model.predict("stellar"))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageContaining("gives \"stellar\" the id 14, but the model has 14 word embeddings")
                    .hasMessageEndingWith("Give the tokenizer.json that was saved with the weights.");
        }
    }

    @Test
    void refusesAPaddingTokenOutsideOfTheEmbeddings() throws IOException {
        // The id in config.json counts where the tokenizer has no padding token of its own.
        List<String> vocabulary = new ArrayList<>(TinyCheckpoint.vocabulary());
        vocabulary.set(vocabulary.indexOf("[PAD]"), "none");
        for (int id : new int[] {-1, 14}) {
            new TinyCheckpoint().config(json -> json.put("pad_token_id", id)).write(directory);
            Files.writeString(directory.resolve("tokenizer.json"), TinyCheckpoint.tokenizer(vocabulary));
            try (DifferentiableClassifier model = load()) {
                var text = model.tokenize("great");
                assertThatThrownBy(() -> model.embed(text, Baseline.PAD))
                        .isInstanceOf(ModelLoadException.class)
                        .hasMessageContaining("The PAD token of model")
                        .hasMessageContaining("has the id " + id);
            }
        }
    }

    @Test
    @SuppressWarnings("NullAway") // what users may write
    void refusesATextThatIsNull() {
        new TinyCheckpoint().write(directory);

        try (DifferentiableClassifier model = load()) {
            assertThatThrownBy(() -> model.predict((String) null))
                    .isInstanceOf(InvalidTextException.class)
                    .hasMessage("The text is null. Give a text with at least one word.");
        }
    }

    @Test
    void callsTwoDefaultLabelsAsTransformersDoes() {
        new TinyCheckpoint().config(json -> json.remove("id2label")).write(directory);

        try (DifferentiableClassifier model = load()) {
            assertThat(model.labels()).containsExactly("LABEL_0", "LABEL_1");
        }
    }

    @Test
    void loadsOldNamesOfNormsAndStoredPositions() {
        Path plain = new TinyCheckpoint().write(directory.resolve("plain"));
        Path old = new TinyCheckpoint()
                .renamed("LayerNorm.weight", "LayerNorm.gamma")
                .renamed("LayerNorm.bias", "LayerNorm.beta")
                .stored("bert.embeddings.position_ids", "I64", new long[] {1, 16}, new byte[128])
                .write(directory.resolve("old"));

        try (DifferentiableClassifier expected = load(plain);
                DifferentiableClassifier model = load(old)) {
            assertThat(model.predict("it was great").scores())
                    .isEqualTo(expected.predict("it was great").scores());
        }
    }

    static Stream<Float> notFinite() {
        return Stream.of(
                Float.NaN,
                Float.POSITIVE_INFINITY,
                Float.NEGATIVE_INFINITY,
                // A signalling NaN, and the quiet one with the sign.
                Float.intBitsToFloat(0x7f800001),
                Float.intBitsToFloat(0xffffffff));
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void refusesAWeightThatIsNotFiniteWhereverItIs(float number) {
        String tensor = "bert.encoder.layer.0.attention.output.LayerNorm.bias";
        for (int place = 0; place < 4; place++) {
            byte[] bytes =
                    SafetensorsWriter.little(16).putFloat(4 * place, number).array();
            new TinyCheckpoint().stored(tensor, "F32", new long[] {4}, bytes).write(directory);

            assertRefused("Tensor " + tensor + " of", "holds a number that is not finite in float32");
        }
    }

    @Test
    void refusesADoubleThatIsInfiniteAsAFloat() {
        byte[] bytes = SafetensorsWriter.little(16).putDouble(1e39).array();
        new TinyCheckpoint()
                .stored("classifier.bias", "F64", new long[] {2}, bytes)
                .write(directory);

        assertRefused("Tensor classifier.bias of", "not finite in float32");
    }

    @Test
    void loadsTheLargestNumbersAndRefusesTheirScores() {
        byte[] largest = SafetensorsWriter.little(32)
                .putFloat(Float.MAX_VALUE)
                .putFloat(-Float.MAX_VALUE)
                .array();
        new TinyCheckpoint()
                .stored("classifier.weight", "F32", new long[] {2, 4}, largest)
                .stored(
                        "bert.pooler.dense.bias",
                        "F32",
                        new long[] {4},
                        SafetensorsWriter.little(16)
                                .putFloat(Float.MAX_VALUE)
                                .putFloat(-Float.MAX_VALUE)
                                .array())
                .write(directory);

        try (DifferentiableClassifier model = load()) {
            assertThatThrownBy(() -> model.predict("great"))
                    .isInstanceOf(ModelLoadException.class)
                    .hasMessageContainingAll(
                            "no finite numbers: [Infinity,",
                            "[NEGATIVE, POSITIVE]",
                            "\"great\"",
                            "Check its weights: a class");
        }
    }

    @Test
    void refusesABaseModelWithoutAHead() {
        new TinyCheckpoint()
                .without("classifier.weight")
                .without("classifier.bias")
                .write(directory);

        assertRefused(
                "have no classification head (no tensor classifier.weight)",
                "Give a checkpoint of BertForSequenceClassification");
    }

    @Test
    void refusesWeightsOfAnotherFamilyThanTheConfigs() {
        new TinyCheckpoint().renamed("bert.", "distilbert.").write(directory);

        assertRefused(
                "begin with distilbert. (as of distilbert), but its model_type is bert.",
                "Give the config.json and the weights that were saved together.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "model.safetensors", "tokenizer.json", "vocab.txt"})
    void knowsAPointerOfGitLfs(String file) throws IOException {
        new TinyCheckpoint().write(directory);
        if (file.equals("vocab.txt")) {
            Files.delete(directory.resolve("tokenizer.json"));
        }
        Files.writeString(directory.resolve(file), LFS_POINTER);

        assertRefused(
                "The file " + directory.resolve(file) + " is a pointer of Git LFS, not the model's file itself",
                "Run \"git lfs pull\" in its repository");
    }

    @Test
    void tellsWhereAFileIsNoJsonInPlainWords() throws IOException {
        new TinyCheckpoint().write(directory);
        Files.writeString(directory.resolve("tokenizer.json"), "{\n\"model\": oops}");

        assertThatThrownBy(this::load)
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContaining("Unrecognized token 'oops'")
                .hasMessageContaining("(line 2, column ")
                .hasMessageNotContaining("REDACTED");
    }

    static Stream<TinyCheckpoint> prefixes() {
        return Stream.of(
                new TinyCheckpoint().renamed("bert.", ""),
                new TinyCheckpoint().renamed("bert.", "model."),
                new TinyCheckpoint().renamed("bert.", "module.bert.").renamed("classifier.", "module.classifier."));
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void loadsNamesWithAPrefixMoreOrLess(TinyCheckpoint checkpoint) {
        Path plain = new TinyCheckpoint().write(directory.resolve("plain"));
        Path other = checkpoint.write(directory.resolve("other"));

        try (DifferentiableClassifier expected = load(plain);
                DifferentiableClassifier model = load(other)) {
            assertThat(model.predict("it was great")).isEqualTo(expected.predict("it was great"));
        }
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(this::load)
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContaining(directory.toString())
                .hasMessageContainingAll(parts);
    }

    private DifferentiableClassifier load() {
        return load(directory);
    }

    private DifferentiableClassifier load(Path from) {
        var locations = new ModelLocation(name -> Optional.empty(), new ModelCache(directory.resolve("cache")));
        return (DifferentiableClassifier) new ModelRepository(locations).load(from.toString(), new DeviceChoice("cpu"));
    }
}
