package io.github.junitattrib.model.torch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.torch.engine.TorchEngine;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.model.torch.mutant.Mutation;
import io.github.junitattrib.model.torch.script.ProbeCopies;
import io.github.junitattrib.model.torch.script.ScriptArchive;
import io.github.junitattrib.model.torch.tokenizer.TextTokenizer;
import io.github.junitattrib.model.torch.tokenizer.TokenizerFiles;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Makes classifiers of an archive that was checked: the one that was loaded, and mutants of it.
 *
 * <p>A mutant is written as a copy with other numbers and loaded as any archive is, so that no array of the native library
 * is ever exchanged under it; it needs no check of its own, as its code is the same.
 *
 * @param archive the original
 * @param copies where copies are written
 * @param device where they run
 * @param tokenizerFiles each classifier opens and closes a tokenizer of its own
 * @param limit largest number of tokens
 * @param baselines ids of the tokens that a path may start from
 * @param config names the classes
 * @param kind what the scores of the original are
 */
record ScriptClassifiers(
        ScriptArchive archive,
        ProbeCopies copies,
        Device device,
        TokenizerFiles tokenizerFiles,
        int limit,
        Function<Baseline.Row, OptionalLong> baselines,
        ScriptConfig config,
        ScoreKind kind) {

    /** Puts a classifier together, which owns tokenizer and manager. */
    TorchClassifier classifier(String name, TextTokenizer tokenizer, NDManager manager, ScriptNetwork network) {
        return named(name, name, tokenizer, manager, network);
    }

    private TorchClassifier named(
            String shown, String original, TextTokenizer tokenizer, NDManager manager, ScriptNetwork network) {
        return new TorchClassifier(
                new ModelFacts(shown, TorchEngine.name(device), archive.isDouble() ? "float64" : "float32"),
                config.labels(network.classes()),
                kind,
                tokenizer,
                baselines,
                manager,
                network,
                mutation -> mutant(original, mutation));
    }

    private TorchClassifier mutant(String original, Mutation mutation) {
        Path copy = copies.mutant(
                archive, TorchEngine.name(device), mutation.change(new FixedRows(tokenizerFiles, baselines)));
        NDManager manager = TorchRuntime.newManager(device);
        try {
            ScriptModule module = DeepStack.run(() -> ScriptModule.load(copy, archive.file(), manager));
            TextTokenizer tokenizer = tokenizerFiles.open(limit);
            try {
                long[] ids = tokenizer.ids(TorchScriptLoader.SHORTER);
                ScriptNetwork network = DeepStack.run(() -> new ScriptNetwork(archive, module, manager, ids));
                return named(mutation.name(original), original, tokenizer, manager, network);
            } catch (RuntimeException | Error e) {
                tokenizer.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            manager.close();
            throw e;
        } finally {
            ProbeCopies.delete(copy);
        }
    }
}
