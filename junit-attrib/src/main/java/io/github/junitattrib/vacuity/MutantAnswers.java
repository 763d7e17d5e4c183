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
    private final ModelAnswers own;
    private final Map<AttributionRequest, Attribution> answers = new HashMap<>();

    /**
     * Asks a mutant.
     *
     * @param mutant in place of the model under test
     * @param own answers of the model under test, and of those beside it
     */
    MutantAnswers(TextClassifier mutant, ModelAnswers own) {
        this.mutant = mutant;
        this.own = own;
    }

    /** Computes what checks will ask for. */
    void prepare(List<AttributionRequest> requests) {
        try {
            compute(requests);
        } catch (RuntimeException e) {
            // One text or target that the mutant has no answer to must not hide those of the others: each check asks
            // alone, and hears why.
            answers.clear();
        }
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        return attributions(List.of(request)).get(0);
    }

    @Override
    public List<Attribution> attributions(List<AttributionRequest> requests) {
        compute(requests);
        own.prepare(requests.stream().filter(Predicate.not(own::isAsked)).toList());
        return requests.stream().map(this::known).toList();
    }

    private Attribution known(AttributionRequest request) {
        Attribution answer = answers.get(request);
        return answer != null && own.isAsked(request) ? answer : own.attribution(request);
    }

    /** Computes those of the model under test that are not known yet. */
    private void compute(List<AttributionRequest> requests) {
        List<AttributionRequest> fresh = requests.stream()
                .filter(own::isAsked)
                .filter(request -> !answers.containsKey(request))
                .distinct()
                .toList();
        List<Attribution> together = Attributor.computeAll(fresh, mutant);
        for (int i = 0; i < fresh.size(); i++) {
            answers.put(fresh.get(i), together.get(i));
        }
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return own.isAsked(request) ? mutant : own.model(request);
    }
}
