package io.github.junitattrib.model.torch.transformer;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.model.torch.checkpoint.WeightFiles;
import java.util.Set;

/** Refuses weights that are called as those of another family than config.json names. */
final class ForeignWeights {

    private ForeignWeights() {}

    static void check(Family family, WeightFiles files) {
        if (called(family.prefix(), files.names())) {
            return;
        }
        for (Family other : Family.values()) {
            if (called(other.prefix(), files.names())) {
                throw new ModelLoadException("The weights " + files.path() + " belong to another family than the"
                        + " config.json beside them: the names of their tensors begin with " + other.prefix()
                        + " (as of "
                        + other.modelType() + "), but its model_type is " + family.modelType()
                        + ". Give the config.json and the weights that were saved together.");
            }
        }
    }

    private static boolean called(String prefix, Set<String> names) {
        return names.stream().anyMatch(name -> name.startsWith(prefix) || name.contains("." + prefix));
    }
}
