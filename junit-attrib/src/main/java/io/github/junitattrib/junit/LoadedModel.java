package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.Optional;

/**
 * A model with the location that it was loaded from, which tells releases of one name apart.
 *
 * @param model the model
 * @param location path or address; empty for a model that was made by the user
 */
record LoadedModel(TextClassifier model, Optional<String> location) {

    static LoadedModel made(TextClassifier model) {
        return new LoadedModel(model, Optional.empty());
    }

    ModelFacts facts() {
        return located(model.facts());
    }

    Attribution compute(AttributionRequest request) {
        Attribution attribution = Attributor.compute(request, model);
        return attribution.withModel(located(attribution.model()));
    }

    /** Computes requests together, where that costs less. */
    List<Attribution> computeAll(List<AttributionRequest> requests) {
        return Attributor.computeAll(requests, model).stream()
                .map(attribution -> attribution.withModel(located(attribution.model())))
                .toList();
    }

    private ModelFacts located(ModelFacts facts) {
        return location.filter(found -> facts.location().isEmpty())
                .map(facts::at)
                .orElse(facts);
    }
}
