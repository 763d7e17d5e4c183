package io.github.junitattrib.model.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

    private static final HubAddress ADDRESS = HubAddress.parse("hf:owner/name@v1");

    private static ModelFiles among(String... files) {
        return ModelFiles.among(Set.of(files), ADDRESS);
    }

    @Test
    void takesOneCopyOfTheWeightsAndWhatTheTokenizerNeeds() {
        ModelFiles chosen = among(
                "config.json",
                "tokenizer.json",
                "tokenizer_config.json",
                "special_tokens_map.json",
                "added_tokens.json",
                "vocab.txt",
                "vocab.json",
                "merges.txt",
                "model.safetensors",
                "model.safetensors.index.json",
                "model-00001-of-00002.safetensors",
                "pytorch_model.bin",
                "tf_model.h5",
                "flax_model.msgpack",
                "README.md",
                "training_args.bin",
                "spiece.model",
                "onnx/model.onnx",
                "checkpoint-1/model.safetensors",
                "model.pt");

        assertThat(chosen.problem()).isEmpty();
        assertThat(chosen.sharded()).isFalse();
        assertThat(chosen.names())
                .containsExactlyInAnyOrder(
                        "config.json",
                        "tokenizer.json",
                        "tokenizer_config.json",
                        "special_tokens_map.json",
                        "added_tokens.json",
                        "vocab.txt",
                        "vocab.json",
                        "merges.txt",
                        "model.safetensors")
                .endsWith("model.safetensors", "config.json");
    }

    @Test
    void takesTheIndexOfWeightsInSeveralFiles() {
        ModelFiles chosen = among(
                "config.json", "tokenizer.json", "model.safetensors.index.json", "model-00001-of-00001.safetensors");

        assertThat(chosen.sharded()).isTrue();
        assertThat(chosen.names()).containsExactly("tokenizer.json", "model.safetensors.index.json", "config.json");
    }

    @Test
    void takesAnArchiveWhereThereAreNoSafetensors() {
        assertThat(among("name.pt", "optimizer.pt", "serving.properties", "tokenizer.json")
                        .names())
                .containsExactly("tokenizer.json", "name.pt", "serving.properties");
        assertThat(among("a.pt", "serving.properties", "tokenizer.json", "config.json")
                        .names())
                .containsExactly("tokenizer.json", "a.pt", "serving.properties", "config.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            config.json tokenizer.json                                | has neither model.safetensors nor model.safetensors.index.json nor a TorchScript archive (.pt) with serving.properties
            config.json tokenizer.json a.pt                           | has neither model.safetensors nor
            config.json tokenizer.json a.pt b.pt serving.properties   | has no model.safetensors, but several archives: a.pt, b.pt
            config.json tokenizer.json ..\\a.pt serving.properties    | has neither model.safetensors nor
            config.json tokenizer.json x/model.safetensors            | has neither model.safetensors nor
            tokenizer.json model.safetensors                          | has no config.json
            config.json model.safetensors                             | has no tokenizer.json and no vocab.txt. Convert it: python -c
            config.json model.safetensors vocab.json                  | has no tokenizer.json and no vocab.txt. Convert it: python -c
            config.json model.safetensors spiece.model                | has no tokenizer.json and no vocab.txt, but a SentencePiece model (spiece.model), which cannot be read. Convert it: python -c
            """)
    void saysWhatIsMissing(String files, String problem) {
        ModelFiles chosen = among(files.trim().split(" +", -1));

        assertThat(chosen.names()).isEmpty();
        assertThat(chosen.problem().orElseThrow()).startsWith(problem);
    }

    @Test
    void refusesPickledWeightsWithTheCommandThatConvertsThem() {
        assertThat(among("config.json", "tokenizer.json", "pytorch_model.bin").problem())
                .hasValue(
                        "has no model.safetensors, but a pytorch_model.bin, which can run code when it is read. Convert"
                                + " it: python -c \"from transformers import AutoModelForSequenceClassification as M,"
                                + " AutoTokenizer as T; n, r = 'owner/name', 'v1';"
                                + " M.from_pretrained(n, revision=r).save_pretrained('model'); T.from_pretrained(n,"
                                + " revision=r).save_pretrained('model')\" and give the directory model");
    }
}
