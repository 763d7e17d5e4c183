package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLoader;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.script.ProbeCopies;
import io.github.junitattrib.model.torch.script.ScriptArchive;
import io.github.junitattrib.model.torch.tokenizer.TextTokenizer;
import io.github.junitattrib.model.torch.tokenizer.TokenizerFiles;
import io.github.junitattrib.text.Token;
import io.github.junitattrib.text.TokenizedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Loads TorchScript directories as {@code torch.jit.trace} and DJL's converter write them: an archive ({@code .pt}),
 * tokenizer.json and, if there is one, config.json.
 */
public final class TorchScriptLoader implements ModelLoader {

    private static final String LONGER = "The film was good, but the end was not.";
    static final String SHORTER = "It was good.";

    /** Made by the service loader. */
    public TorchScriptLoader() {}

    @Override
    public String format() {
        return "TorchScript directory (an archive *.pt, tokenizer.json, optionally config.json)";
    }

    @Override
    public boolean recognizes(Path directory) {
        boolean checkpoint = Files.exists(directory.resolve("config.json")) && WeightFiles.existIn(directory);
        return !checkpoint && ScriptDirectory.hasArchive(directory);
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice choice) {
        return load(directory, name, choice, ModelCache.inUserHome());
    }

    @Override
    public TextClassifier load(Path directory, String name, DeviceChoice choice, ModelCache cache) {
        ScriptConfig config = ScriptConfig.read(directory);
        TokenizerFiles tokenizerFiles = TokenizerFiles.readBesideArchive(directory);
        // Read and checked before the native library is started: a broken one never reaches it.
        ScriptArchive archive = ScriptArchive.read(ScriptDirectory.archive(directory));
        Function<Baseline.Row, OptionalLong> baselines =
                tokenizerFiles.specialTokens().baselines(config.padding());
        OptionalLong padding = baselines.apply(Baseline.PAD);
        Device device = TorchEngine.start(choice);
        ProbeCopies copies = new ProbeCopies(cache.folder("torchscript"));
        Path copy = copies.of(archive, TorchEngine.name(device));
        int limit = limit(config, archive, padding);
        NDManager manager = TorchRuntime.newManager(device);
        try {
            ScriptModule module = DeepStack.run(() -> ScriptModule.load(copy, archive.file(), manager));
            TextTokenizer tokenizer = tokenizerFiles.open(limit);
            try {
                Checked checked = checked(archive, module, tokenizer, padding.orElse(0), manager);
                ScriptNetwork network = checked.network();
                ScoreKind kind = config.kind(network.classes(), archive.endsInSquashing(), checked.scores());
                ScriptClassifiers parts =
                        new ScriptClassifiers(archive, copies, device, tokenizerFiles, limit, baselines, config, kind);
                return parts.classifier(name, tokenizer, manager, network);
            } catch (RuntimeException e) {
                tokenizer.close();
                throw e;
            }
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
    }

    private static int limit(ScriptConfig config, ScriptArchive archive, OptionalLong padding) {
        long rows = Math.min(
                archive.positions().orElse(Integer.MAX_VALUE),
                config.positions().orElse(Integer.MAX_VALUE));
        long skipped = archive.countsFromPadding() ? 1 + padding.orElse(1) : 0;
        return (int) (rows == Integer.MAX_VALUE ? rows : Math.max(1, rows - skipped));
    }

    /** A network that passed its checks, and the scores of the texts they ran on. */
    private record Checked(ScriptNetwork network, List<float[]> scores) {}

    private static Checked checked(
            ScriptArchive archive, ScriptModule module, TextTokenizer tokenizer, long padding, NDManager manager) {
        long[] longer = ids(tokenizer, LONGER, archive);
        long[] shorter = ids(tokenizer, SHORTER, archive);
        boolean known = padding >= 0 && padding < archive.vocabulary();
        return DeepStack.run(() -> {
            ScriptNetwork network = network(archive, module, manager, longer);
            return new Checked(
                    network, new ScriptSelfCheck(network, manager).run(longer, shorter, known ? padding : 0));
        });
    }

    private static long[] ids(TextTokenizer tokenizer, String text, ScriptArchive archive) {
        TokenizedText tokens = tokenizer.tokenize(text);
        for (Token token : tokens.tokens()) {
            if (token.id() < 0 || token.id() >= archive.vocabulary()) {
                throw new ModelLoadException("The tokenizer beside " + archive.file() + " gives \"" + token.text()
                        + "\" the id " + token.id() + ", but the archive has " + archive.vocabulary()
                        + " word embeddings. Give the tokenizer.json that was saved with the model.");
            }
        }
        return tokens.ids();
    }

    private static ScriptNetwork network(ScriptArchive archive, ScriptModule module, NDManager manager, long[] ids) {
        try {
            return new ScriptNetwork(archive, module, manager, ids);
        } catch (EngineException | InvalidTextException e) {
            throw new ModelLoadException("The archive " + archive.file() + " cannot run. " + e.getMessage(), e);
        }
    }
}
