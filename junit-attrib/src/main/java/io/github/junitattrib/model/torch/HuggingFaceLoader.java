package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.ModelLoader;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.checkpoint.CheckpointState;
import io.github.junitattrib.model.torch.checkpoint.SmallFile;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.mutant.Mutation;
import io.github.junitattrib.model.torch.mutant.WeightChange;
import io.github.junitattrib.model.torch.tokenizer.TextTokenizer;
import io.github.junitattrib.model.torch.tokenizer.TokenizerFiles;
import io.github.junitattrib.model.torch.transformer.CheckpointConfig;
import io.github.junitattrib.model.torch.transformer.TransformerNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Loads Hugging Face checkpoint directories: config.json, model.safetensors, tokenizer.json. */
public final class HuggingFaceLoader implements ModelLoader {

    /** Made by the service loader. */
    public HuggingFaceLoader() {}

    @Override
    public String format() {
        return "Hugging Face checkpoint (config.json, model.safetensors, tokenizer.json)";
    }

    @Override
    public Class<InspectableClassifier> rung() {
        return InspectableClassifier.class;
    }

    @Override
    public boolean recognizes(Path directory) {
        return SmallFile.isThere(directory.resolve("config.json"))
                && (WeightFiles.existIn(directory) || !ScriptDirectory.hasArchive(directory));
    }

    @Override
    public Optional<String> missing(Path directory) {
        return WeightFiles.existIn(directory) && !SmallFile.isThere(directory.resolve("config.json"))
                ? Optional.of("config.json")
                : Optional.empty();
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice choice) {
        return load(directory, name, choice, Optional.empty());
    }

    private static TextClassifier load(Path directory, String name, DeviceChoice choice, Optional<Mutation> mutation) {
        CheckpointState state = CheckpointState.of(directory);
        CheckpointConfig config = CheckpointConfig.read(directory.resolve("config.json"));
        // Files are checked before the native library is started: a broken one is told in any set-up.
        WeightFiles files = WeightFiles.open(directory);
        TokenizerFiles tokenizerFiles = TokenizerFiles.read(directory);
        Function<Baseline.Row, OptionalLong> baselines =
                tokenizerFiles.specialTokens().baselines(config.padding());
        WeightChange change = mutation.map(wanted -> wanted.change(new FixedRows(tokenizerFiles, baselines)))
                .orElse(WeightChange.NONE);
        Device device = TorchEngine.start(choice);
        NDManager manager = TorchRuntime.newManager(device);
        try {
            TransformerNetwork network = new TransformerNetwork(config, files, manager, change);
            int classes = network.classes();
            List<String> labels = config.labels().of(classes);
            // Last, as nothing closes it if a later step fails.
            TextTokenizer tokenizer = tokenizerFiles.open(config.limit());
            return new InspectableTorchClassifier(
                    new TorchClassifier(
                            new ModelFacts(
                                    mutation.map(wanted -> wanted.name(name)).orElse(name),
                                    TorchEngine.name(device),
                                    "float32"),
                            labels,
                            config.labels().kind(classes),
                            tokenizer,
                            baselines,
                            manager,
                            network,
                            wanted -> {
                                state.requireUnchanged();
                                return load(directory, name, choice, Optional.of(wanted));
                            }),
                    network);
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }
}
