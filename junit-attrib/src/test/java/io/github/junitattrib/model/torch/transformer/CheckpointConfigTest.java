package io.github.junitattrib.model.torch.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.torch.checkpoint.ClassLabels;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What config.json may say, family by family; the defaults are those of transformers 4.51.3. */
class CheckpointConfigTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "bert, 64, 0, 1e-12, GELU",
        "roberta, 62, 1, 1e-12, GELU",
        "xlm-roberta, 62, 1, 1e-12, GELU",
        "camembert, 62, 1, 1e-12, GELU",
        "distilbert, 64, 0, 1e-12, GELU",
        "electra, 64, 0, 1e-12, GELU",
        "albert, 64, 0, 1e-12, GELU_TANH",
        "mpnet, 62, 1, 1e-12, GELU",
        "deberta-v2, 64, 0, 1e-7, GELU"
    })
    void takesTheFamilysDefaults(String family, int limit, long padding, float epsilon, Activation activation) {
        CheckpointConfig config = read(family, json -> {});

        assertThat(config.limit()).isEqualTo(limit);
        assertThat(config.padding()).hasValue(padding);
        assertThat(config.epsilon()).isEqualTo(epsilon);
        assertThat(config.activation()).isEqualTo(activation);
        assertThat(config.width()).isEqualTo(12);
    }

    @Test
    void ordersClassesByNumberAndNotByText() {
        CheckpointConfig config = read("bert", json -> {
            for (int i = 11; i >= 0; i--) {
                json.withObject("/id2label").put(String.valueOf(i), "class " + i);
            }
        });

        assertThat(config.labels().of(12))
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> "class " + i).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "gelu, GELU",
        "gelu_python, GELU",
        "gelu_new, GELU_TANH",
        "gelu_fast, GELU_TANH",
        "gelu_pytorch_tanh, GELU_TANH",
        "relu, RELU",
        "silu, SILU",
        "swish, SILU",
        "tanh, TANH"
    })
    void knowsActivationsByTheirNames(String name, Activation activation) {
        assertThat(read("bert", json -> json.put("hidden_act", name)).activation())
                .isEqualTo(activation);
    }

    /** As {@code create_position_ids_from_input_ids} of transformers: what equals the padding is not counted. */
    @Test
    void doesNotCountPaddingWithinAText() {
        PositionIds positions = new PositionIds(read("roberta", json -> {}));
        PositionIds fromZero = new PositionIds(read("bert", json -> {}));
        TorchEngine.start(new DeviceChoice("cpu"));
        try (NDManager manager = TorchRuntime.newManager(Device.cpu())) {
            NDArray ids = TorchRuntime.ids(manager, new long[] {0, 5, 1, 1, 6, 2});

            assertThat(positions.of(ids).toLongArray()).containsExactly(2, 3, 1, 1, 4, 5);
            assertThat(fromZero.of(ids).toLongArray()).containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void countsPositionsBehindThePadding() {
        assertThat(read("roberta", json -> json.put("pad_token_id", 7)).limit()).isEqualTo(56);
        // The code of MPNet has a 1 in this place.
        assertThat(read("mpnet", json -> json.put("pad_token_id", 7)).limit()).isEqualTo(62);
        assertThat(read("bert", json -> json.put("pad_token_id", 7)).limit()).isEqualTo(64);
    }

    @Test
    void takesNullForNoPaddingToken() {
        assertThat(read("bert", json -> json.putNull("pad_token_id")).padding()).isEqualTo(OptionalLong.empty());
        assertRefused("roberta", json -> json.putNull("pad_token_id"), "wrong \"pad_token_id\": null");
    }

    @Test
    void ignoresTheNormsEpsilonWhereTheFamilysCodeFixesIt() {
        assertThat(read("distilbert", json -> json.put("layer_norm_eps", 0.5)).epsilon())
                .isEqualTo(1e-12f);
    }

    @Test
    void appliesSharedLayersInTheOrderOfTransformers() {
        LayerOrder order = read(
                        "albert",
                        json -> json.put("num_hidden_layers", 5)
                                .put("num_hidden_groups", 2)
                                .put("inner_group_num", 2))
                .order();

        String group = "albert.encoder.albert_layer_groups.";
        List<String> first = List.of(group + "0.albert_layers.0.", group + "0.albert_layers.1.");
        List<String> second = List.of(group + "1.albert_layers.0.", group + "1.albert_layers.1.");
        // int(i / (5 / 2)) for i = 0 … 4
        assertThat(order.applied())
                .containsExactlyElementsOf(Stream.of(first, first, first, second, second)
                        .flatMap(List::stream)
                        .toList());
        assertThat(order.beyond()).containsExactly(group + "2.albert_layers.0.", group + "0.albert_layers.2.");
    }

    static Stream<Arguments> labels() {
        return Stream.of(
                labels(json -> {}, 2, ScoreKind.LOGITS, "LABEL_0", "LABEL_1"),
                labels(json -> {}, 1, ScoreKind.VALUES, "LABEL_0"),
                labels(json -> json.putNull("problem_type"), 1, ScoreKind.VALUES, "LABEL_0"),
                labels(json -> json.put("problem_type", "single_label_classification"), 1, ScoreKind.LOGITS, "LABEL_0"),
                labels(json -> json.put("problem_type", "regression"), 2, ScoreKind.VALUES, "LABEL_0", "LABEL_1"),
                labels(
                        json -> json.put("problem_type", "multi_label_classification")
                                .putObject("id2label")
                                .put("1", "rude")
                                .put("0", "kind"),
                        2,
                        ScoreKind.MULTI_LABEL_LOGITS,
                        "kind",
                        "rude"),
                labels(
                        json -> json.putObject("label2id").put("rude", 1).put("kind", 0),
                        2,
                        ScoreKind.LOGITS,
                        "kind",
                        "rude"),
                labels(
                        json -> {
                            json.putObject("label2id").put("rude", 0);
                            json.putObject("id2label").put("0", "kind");
                        },
                        1,
                        ScoreKind.VALUES,
                        "kind"));
    }

    private static Arguments labels(Consumer<ObjectNode> change, int classes, ScoreKind kind, String... names) {
        return Arguments.of(change, classes, kind, List.of(names));
    }

    @ParameterizedTest
    @MethodSource("labels")
    void namesTheClassesAndTheirScores(Consumer<ObjectNode> change, int classes, ScoreKind kind, List<String> names) {
        ClassLabels labels = read("bert", change).labels();

        assertThat(labels.of(classes)).isEqualTo(names);
        assertThat(labels.kind(classes)).isEqualTo(kind);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused("bert", json -> json.put("is_decoder", true), "is_decoder true. Only encoders"),
                refused("roberta", json -> json.put("add_cross_attention", true), "add_cross_attention true."),
                refused("bert", json -> json.put("is_decoder", "no"), "wrong \"is_decoder\": \"no\""),
                refused(
                        "bert",
                        json -> json.putObject("pruned_heads").putArray("0").add(1),
                        "pruned_heads {\"0\":[1]}"),
                refused("bert", json -> json.putObject("quantization_config"), "a quantization_config. Quantized"),
                refused(
                        "bert",
                        json -> json.putObject("auto_map").put("AutoModelForSequenceClassification", "x.Y"),
                        "code of its own (auto_map)"),
                refused("bert", json -> json.put("position_embedding_type", "relative_key"), "\"relative_key\""),
                refused(
                        "bert",
                        json -> json.putArray("architectures").add("BertForMaskedLM"),
                        "architectures [\"BertForMaskedLM\"]",
                        "give a checkpoint of BertForSequenceClassification"),
                refused("mpnet", json -> json.putArray("architectures").add("MPNetModel"), "MPNetForSequence"),
                refused("bert", json -> json.put("hidden_act", 3), "wrong \"hidden_act\": 3"),
                refused("distilbert", json -> json.put("activation", "mish"), "activation \"mish\""),
                refused("distilbert", json -> json.remove("dim"), "has no \"dim\""),
                refused("distilbert", json -> json.put("n_layers", -1), "wrong \"n_layers\": -1"),
                refused("distilbert", json -> json.put("n_heads", 5), "dim 12 is no multiple of n_heads 5"),
                refused("bert", json -> json.put("num_hidden_layers", 1 << 20), "wrong \"num_hidden_layers\": 1048576"),
                refused("bert", json -> json.remove("num_hidden_layers"), "has no \"num_hidden_layers\""),
                refused("bert", json -> json.put("vocab_size", -5), "wrong \"vocab_size\": -5"),
                refused("bert", json -> json.put("type_vocab_size", 0), "wrong \"type_vocab_size\": 0"),
                refused("bert", json -> json.put("intermediate_size", "48"), "wrong \"intermediate_size\": \"48\""),
                refused("bert", json -> json.put("layer_norm_eps", 1e300), "wrong \"layer_norm_eps\": 1.0E300"),
                refused("bert", json -> json.put("layer_norm_eps", 1e-60), "wrong \"layer_norm_eps\": 1.0E-60"),
                refused("bert", json -> json.put("attention_head_size", 8), "attention_head_size 8", "make it 6"),
                refused("roberta", json -> json.put("pad_token_id", -1), "wrong \"pad_token_id\": -1"),
                refused("roberta", json -> json.put("pad_token_id", 63), "wrong \"max_position_embeddings\": 64"),
                refused("bert", json -> json.put("pad_token_id", "0"), "wrong \"pad_token_id\": \"0\""),
                refused("bert", json -> json.put("id2label", "no"), "wrong \"id2label\": \"no\""),
                refused("bert", json -> json.putObject("label2id").put("a", 1), "label2id has no entry for class 0"),
                refused("bert", json -> json.putObject("label2id").put("a", 0).put("b", 0), "names class 0 twice"),
                refused("bert", json -> json.putObject("label2id").put("a", "x"), "\"x\" of label2id is no number"),
                refused("electra", json -> json.put("embedding_size", 0), "wrong \"embedding_size\": 0"),
                refused("albert", json -> json.put("num_hidden_groups", 3), "wrong \"num_hidden_groups\": 3"),
                refused("albert", json -> json.put("inner_group_num", 3), "wrong \"inner_group_num\": 3"),
                refused(
                        "mpnet",
                        json -> json.put("relative_attention_num_buckets", 16),
                        "wrong \"relative_attention_num_buckets\": 16"),
                refused("deberta-v2", json -> json.put("relative_attention", 1), "wrong \"relative_attention\": 1"),
                refused("deberta-v2", json -> json.put("pos_att_type", 3), "wrong \"pos_att_type\": 3"),
                refused("deberta-v2", json -> json.put("position_buckets", 1), "wrong \"position_buckets\": 1"),
                refused("deberta-v2", json -> json.put("position_buckets", 200), "wrong \"position_buckets\": 200"),
                refused(
                        "deberta-v2",
                        json -> json.put("max_relative_positions", 1L << 40),
                        "\"max_relative_positions\""),
                refused("deberta-v2", json -> json.put("norm_rel_ebd", true), "wrong \"norm_rel_ebd\": true"),
                refused("deberta-v2", json -> json.put("norm_rel_ebd", "relu"), "wrong \"norm_rel_ebd\": \"relu\""),
                refused("deberta-v2", json -> json.put("pos_att_type", "relu"), "wrong \"pos_att_type\": \"relu\""),
                refused(
                        "deberta-v2",
                        json -> json.putArray("pos_att_type").add("x"),
                        "wrong \"pos_att_type\": [\"x\"]"),
                refused(
                        "deberta-v2",
                        json -> json.putArray("pos_att_type").add(1).add(2),
                        "wrong \"pos_att_type\": [1,2]"),
                refused("deberta-v2", json -> json.put("share_att_key", "yes"), "wrong \"share_att_key\": \"yes\""),
                refused(
                        "deberta-v2",
                        json -> json.put("pooler_hidden_size", 24),
                        "pooler_hidden_size 24",
                        "make it 12"),
                refused("deberta-v2", json -> json.put("pooler_hidden_act", "mish"), "pooler_hidden_act \"mish\""),
                refused("deberta-v2", json -> json.put("conv_kernel_size", 4), "conv_kernel_size 4, with which"),
                refused(
                        "deberta-v2",
                        json -> json.put("conv_kernel_size", 3).put("conv_groups", 5),
                        "wrong \"conv_groups\": 5"),
                refused(
                        "deberta-v2",
                        json -> json.put("conv_kernel_size", 3).put("conv_act", "mish"),
                        "conv_act \"mish\""));
    }

    private static Arguments refused(String family, Consumer<ObjectNode> change, String... parts) {
        return Arguments.of(family, change, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatItCannotCompute(String family, Consumer<ObjectNode> change, List<String> parts) {
        assertRefused(family, change, parts.toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource
    void acceptsTheClassifierOfEveryFamily(Family family) {
        CheckpointConfig config =
                read("bert", json -> json.putArray("architectures").add(family.classifier()));

        assertThat(config.family()).isEqualTo(Family.BERT);
    }

    @Test
    void readsTheDisentangledAttentionAsAListOrAsText() {
        RelativeAttention list = read(
                        "deberta-v2",
                        json -> json.putArray("pos_att_type").add("p2c").add("c2p"))
                .relative()
                .orElseThrow();
        RelativeAttention text = read("deberta-v2", json -> json.put("pos_att_type", "C2P | p2c"))
                .relative()
                .orElseThrow();

        assertThat(list).isEqualTo(text);
        assertThat(list.parts()).isEqualTo(3);
        assertThat(read("deberta-v2", json -> {}).relative().orElseThrow().parts())
                .isEqualTo(1);
    }

    private void assertRefused(String family, Consumer<ObjectNode> change, String... parts) {
        assertThatThrownBy(() -> read(family, change))
                .isExactlyInstanceOf(ModelLoadException.class)
                .hasMessageContaining(directory.resolve("config.json").toString())
                .hasMessageContainingAll(parts);
    }

    private CheckpointConfig read(String family, Consumer<ObjectNode> change) {
        ObjectNode json = new ObjectMapper().createObjectNode().put("model_type", family);
        boolean distilbert = family.equals("distilbert");
        json.put(distilbert ? "dim" : "hidden_size", 12)
                .put(distilbert ? "n_layers" : "num_hidden_layers", 2)
                .put(distilbert ? "n_heads" : "num_attention_heads", 2)
                .put("max_position_embeddings", 64);
        change.accept(json);
        Path file = directory.resolve("config.json");
        try {
            Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return CheckpointConfig.read(file);
    }
}
