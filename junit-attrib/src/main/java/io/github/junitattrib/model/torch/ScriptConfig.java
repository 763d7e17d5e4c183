package io.github.junitattrib.model.torch;

import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.torch.checkpoint.ClassLabels;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** What the config.json beside an archive says; all of it may be missing, as the network itself is in the archive. */
record ScriptConfig(ConfigFile file, ClassLabels classes) {

    private static final Set<String> GIVE_PROBABILITIES = Set.of("torch.softmax", "torch.sigmoid");

    static ScriptConfig read(Path directory) {
        ConfigFile file = ConfigFile.readIfThere(directory.resolve("config.json"));
        return new ScriptConfig(file, ClassLabels.read(file));
    }

    /** Returns the names of this many classes. */
    List<String> labels(int count) {
        return classes.of(count);
    }

    /**
     * Returns what the scores are.
     *
     * @param count number of scores
     * @param lastFunction the function of PyTorch that computes them
     */
    ScoreKind kind(int count, String lastFunction) {
        return GIVE_PROBABILITIES.contains(lastFunction) ? ScoreKind.PROBABILITIES : classes.kind(count);
    }

    /** Returns the id of the padding token, if the file gives it. */
    OptionalLong padding() {
        OptionalInt id = file.numberIfGiven("pad_token_id", 0, ConfigFile.LARGEST);
        return id.isPresent() ? OptionalLong.of(id.getAsInt()) : OptionalLong.empty();
    }

    /** Returns the number of rows of the position embeddings, if the file gives it. */
    OptionalInt positions() {
        OptionalInt positions = file.sizeIfGiven("max_position_embeddings");
        return positions.isPresent() ? positions : file.sizeIfGiven("n_positions");
    }
}
