package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The answers of one mutant: equal requests of all checks are computed once, and together where it costs less. */
final class MutantAnswers implements Substitution {

    private final TextClassifier mutant;
    private final Predicate<AttributionRequest> replaced;
    private final Map<AttributionRequest, Attribution> answers = new HashMap<>();

    /**
     * Asks a mutant.
     *
     * @param mutant in place of the model under test
     * @param replaced whether a request asks the model under test
     */
    MutantAnswers(TextClassifier mutant, Predicate<AttributionRequest> replaced) {
        this.mutant = mutant;
        this.replaced = replaced;
    }

    /** Computes what checks will ask for. */
    void prepare(List<AttributionRequest> requests) {
        List<AttributionRequest> own =
                requests.stream().filter(replaced).distinct().toList();
        try {
            List<Attribution> together = Attributor.computeAll(own, mutant);
            for (int i = 0; i < own.size(); i++) {
                answers.put(own.get(i), together.get(i));
            }
        } catch (RuntimeException e) {
            // One text or target that the mutant has no answer to must not hide those of the others: each check asks
            // alone, and hears why.
            answers.clear();
        }
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        if (!replaced.test(request)) {
            return request.attribution();
        }
        Attribution known = answers.get(request);
        if (known == null) {
            known = Attributor.compute(request, mutant);
            answers.put(request, known);
        }
        return known;
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return replaced.test(request) ? mutant : request.model();
    }
}
