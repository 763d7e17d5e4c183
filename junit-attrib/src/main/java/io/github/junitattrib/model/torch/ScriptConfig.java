package io.github.junitattrib.model.torch;

import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.torch.checkpoint.ClassLabels;
import io.github.junitattrib.model.torch.checkpoint.ConfigFile;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the config.json beside an archive says; all of it may be missing, as the network itself is in the archive. */
record ScriptConfig(ConfigFile file, ClassLabels classes) {

    private static final double ROUNDING = 1e-5;

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
     * @param squashed whether they come from a softmax or sigmoid, as far as the code tells
     * @param samples the scores of some texts
     */
    ScoreKind kind(int count, boolean squashed, List<float[]> samples) {
        boolean probabilities =
                samples.stream().allMatch(scores -> areShares(scores) && (squashed || (count > 1 && sumToOne(scores))));
        return probabilities ? ScoreKind.PROBABILITIES : classes.kind(count);
    }

    private static boolean areShares(float[] scores) {
        for (float score : scores) {
            if (score < -ROUNDING || score > 1 + ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** A softmax can be written in many ways; logits do not sum to 1 on each text. */
    private static boolean sumToOne(float[] scores) {
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        return Math.abs(sum - 1) <= ROUNDING;
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
