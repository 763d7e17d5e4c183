package io.github.junitattrib.model.torch.script;

import static io.github.junitattrib.model.torch.script.ArchiveInput.IDS;
import static io.github.junitattrib.model.torch.script.ArchiveInput.MASK;
import static io.github.junitattrib.model.torch.script.ArchiveInput.TYPES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that PyTorch wrote (fixtures/training/archives_for_tests.py), read without PyTorch. */
class ScriptArchiveTest {

    static Stream<Arguments> inputs() {
        return Stream.of(
                Arguments.of("bert-tuple", List.of(IDS, MASK)),
                Arguments.of("bert-converted", List.of(IDS, MASK, TYPES)),
                Arguments.of("roberta-tensor", List.of(IDS, MASK)),
                Arguments.of("distilbert-frozen", List.of(IDS, MASK)),
                Arguments.of("bag-types", List.of(IDS, MASK, TYPES)),
                Arguments.of("bag-ids-alone", List.of(IDS)),
                Arguments.of("bag-scripted", List.of(IDS, MASK)),
                Arguments.of("bag-as-written", List.of(IDS, MASK)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void knowsWhatForwardTakes(String name, List<ArchiveInput> inputs) {
        ScriptArchive archive = read(name);

        assertThat(archive.inputs()).isEqualTo(inputs);
        assertThat(archive.vocabulary()).isEqualTo(30);
        assertThat(archive.width()).isEqualTo(8);
        assertThat(archive.isDouble()).isFalse();
    }

    @Test
    void knowsANetworkOfDoublePrecision() {
        assertThat(read("bag-double").isDouble()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "bert-tuple, 20, false",
        "bert-converted, 20, false",
        "roberta-tensor, 20, true",
        "bag, -1, false",
    })
    void knowsTheTableOfPositions(String name, long rows, boolean countsFromPadding) {
        assertThat(read(name).positions().orElse(-1)).isEqualTo(rows);
        assertThat(read(name).countsFromPadding()).isEqualTo(countsFromPadding);
    }

    @ParameterizedTest
    @CsvSource({
        "bert-tuple, torch.linear",
        "bert-converted, torch.linear",
        "bag-softmax, torch.softmax",
        "bag-sigmoid, torch.sigmoid",
        "bag-other-name, torch.linear",
        "bag-scripted, torch.linear",
    })
    void knowsWhatComputesTheScores(String name, String function) {
        assertThat(read(name).lastFunction()).contains(function);
    }

    @ParameterizedTest
    @CsvSource({
        "bag, false",
        "bag-gated, false",
        // Its division could be of anything: the numbers tell.
        "bag-softmax-by-hand, false",
        "bag-softmax, true",
        "bag-sigmoid, true",
        "bag-softmax-scaled, true",
        "bag-sigmoid-clamped, true",
        "bag-both-sides, true",
        "bag-far-out, true",
    })
    void knowsWhetherScoresAreSquashed(String name, boolean squashed) {
        assertThat(read(name).endsInSquashing()).isEqualTo(squashed);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("training", "was traced in training mode", "torch.dropout", "model.eval()"),
                refused("half", "has weights in float16", "model.float()"),
                refused("bfloat16", "has weights in bfloat16", "model.float()"),
                refused("autocast", "computes in half precision", "Trace it in float32"),
                refused("int8", "is quantized", "no gradients", "before it was quantized"),
                refused("state-dict", "no network that could be run", "torch.jit.trace(model.eval()"),
                refused("legacy", "no network that could be run", "torch.jit.trace(model.eval()"),
                refused("safetensors", "is a safetensors file under another name", "Name it model.safetensors"),
                refused("exported", "is an exported program of torch.export (.pt2)", "torch.jit.trace(model.eval()"),
                refused("transposed", "looks up no word embeddings by its token ids", "self.words.weight [30, 8]"),
                refused("two-look-ups", "2 times ([self.words.weight [30, 8], self.more.weight [30, 8]])"),
                refused("shifted", "looks up words a second time", "as encoder-decoders do"),
                refused("four-inputs", "takes the arguments (input_ids: Tensor", "Trace a wrapper"));
    }

    private static Arguments refused(String name, String... parts) {
        return Arguments.of("refused-" + name, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatCannotBeExplainedByFileReasonAndRemedy(String name, List<String> parts) {
        assertThatThrownBy(() -> read(name))
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining(ArchiveEditor.file(name).toString())
                .satisfies(e -> assertThat(e.getMessage()).contains(parts));
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"position_ids", "head_mask", "inputs_embeds", "decoder_input_ids"})
    void refusesInputsThatZerosWouldNotStandFor(String name) {
        Path file = new ArchiveEditor("bag-types")
                .editCode("token_type_ids: Tensor", code -> code.replace("token_type_ids", name))
                .write(directory.resolve("model.pt"));

        assertThatThrownBy(() -> ScriptArchive.read(file)).hasMessageContaining(name + ": Tensor");
    }

    @Test
    void takesInputsOfOtherNamesByTheirOrderAndKnownOnesByName() {
        Path file = new ArchiveEditor("bag-types")
                .editCode(
                        "token_type_ids: Tensor",
                        code -> code.replace("input_ids", "x")
                                .replace("attention_mask", "kind")
                                .replace("token_type_ids", "attention_mask")
                                .replace("kind", "token_type_ids1"))
                .write(directory.resolve("model.pt"));

        assertThat(ScriptArchive.read(file).inputs()).containsExactly(IDS, TYPES, MASK);
    }

    private static ScriptArchive read(String name) {
        return ScriptArchive.read(ArchiveEditor.file(name));
    }
}
