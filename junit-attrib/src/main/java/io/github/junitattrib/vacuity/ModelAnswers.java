package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The answers of the model itself, each asked for once. */
final class ModelAnswers implements Substitution {

    private final Predicate<AttributionRequest> replaced;
    private final Map<Key, Attribution> answers = new HashMap<>();

    /** Equal requests may ask different models. */
    private record Key(AttributionRequest request, Optional<Attributor> other) {}

    ModelAnswers(Predicate<AttributionRequest> replaced) {
        this.replaced = replaced;
    }

    /** Whether a request asks the model under test. */
    boolean isAsked(AttributionRequest request) {
        return replaced.test(request);
    }

    @Override
    public Attribution attribution(AttributionRequest request) {
        Optional<Attributor> other = isAsked(request) ? Optional.empty() : Optional.of(request.attributor());
        return answers.computeIfAbsent(new Key(request, other), key -> request.attribution());
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return request.model();
    }
}
