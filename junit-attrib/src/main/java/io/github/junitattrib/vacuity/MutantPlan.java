package io.github.junitattrib.vacuity;

import io.github.junitattrib.model.LabelPermutation;
import io.github.junitattrib.model.MutableClassifier;
import io.github.junitattrib.model.Shuffle;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chooses the mutants of a model: one of eight has its labels permuted, the others lack weights and embeddings in turn; a
 * model that cannot be had without these has permuted labels alone.
 */
final class MutantPlan {

    private static final int ONE_OF_LABELS_IN = 8;

    private MutantPlan() {}

    static List<PlannedMutant> of(TextClassifier model, VacuitySettings settings) {
        List<Shuffle> shuffles = model instanceof MutableClassifier mutable
                ? mutable.shuffles().stream().sorted().toList()
                : List.of();
        int count = settings.mutants();
        List<LabelPermutation> labels = LabelPermutation.draw(
                model.labels().size(),
                shuffles.isEmpty() ? count : Math.max(1, count / ONE_OF_LABELS_IN),
                settings.seed());
        List<PlannedMutant> plan = new ArrayList<>();
        for (int i = 0; !shuffles.isEmpty() && i < count - labels.size(); i++) {
            plan.add(shuffled(
                    (MutableClassifier) model,
                    shuffles.get(i % shuffles.size()),
                    1 + i / shuffles.size(),
                    settings.seed()));
        }
        for (int i = 0; i < labels.size(); i++) {
            LabelPermutation permutation = labels.get(i);
            plan.add(new PlannedMutant("labels " + (i + 1), () -> permutation.of(model)));
        }
        return plan;
    }

    private static PlannedMutant shuffled(MutableClassifier model, Shuffle lost, int number, long seed) {
        // Far apart for neighbouring seeds, so that a second run with another seed has other mutants.
        long own = 1000 * seed + number;
        return new PlannedMutant(lost.name().toLowerCase(Locale.ROOT) + " " + number, () -> model.mutant(lost, own));
    }
}
