package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelLoader;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Loads Hugging Face checkpoint directories: config.json, model.safetensors, tokenizer.json. */
public final class HuggingFaceLoader implements ModelLoader {

    /** Made by the service loader. */
    public HuggingFaceLoader() {}

    @Override
    public String format() {
        return "Hugging Face checkpoint (config.json, model.safetensors, tokenizer.json)";
    }

    @Override
    public boolean recognizes(Path directory) {
        return Files.exists(directory.resolve("config.json"))
                && (Files.exists(directory.resolve("model.safetensors")) || !hasArchive(directory));
    }

    /** A TorchScript directory has a config.json too. */
    private static boolean hasArchive(Path directory) {
        String[] names = directory.toFile().list((parent, name) -> name.endsWith(".pt"));
        return names != null && names.length > 0;
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice choice) {
        BertConfig config = BertConfig.read(directory.resolve("config.json"));
        Path weights = CheckpointFiles.weights(directory);
        TokenizerFiles tokenizerFiles = TokenizerFiles.read(directory);
        // Files are checked before the native library is started: a broken one is told in any set-up.
        SafetensorsFile file = SafetensorsFile.open(weights);
        Device device = TorchEngine.start(choice);
        NDManager manager = TorchRuntime.newManager(device);
        try {
            BertEncoder encoder = new BertEncoder(config, file, manager);
            List<String> labels = labels(config, encoder, directory);
            // Last, as nothing closes it if a later step fails.
            TextTokenizer tokenizer = tokenizerFiles.open(config.positions());
            return new TorchClassifier(
                    new ModelFacts(name, TorchEngine.name(device), "float32"),
                    labels,
                    ScoreKind.LOGITS,
                    tokenizer,
                    baseline -> switch (baseline) {
                        case MASK -> tokenizerFiles.specialTokens().id("mask_token");
                        case UNK -> tokenizerFiles.specialTokens().id("unk_token");
                        case PAD -> OptionalLong.of(config.padTokenId());
                        case ZERO -> OptionalLong.empty();
                    },
                    manager,
                    encoder);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    /** Two default labels are not written by transformers; then they are called as transformers calls them. */
    private static List<String> labels(BertConfig config, BertEncoder encoder, Path directory) {
        int classes = encoder.classes();
        if (config.labels().isEmpty()) {
            return IntStream.range(0, classes).mapToObj(i -> "LABEL_" + i).toList();
        }
        if (config.labels().size() != classes) {
            throw new ModelLoadException("The model in " + directory + " has " + classes + " classes, but id2label in"
                    + " config.json names " + config.labels().size() + ". Correct the file.");
        }
        return config.labels();
    }
}
