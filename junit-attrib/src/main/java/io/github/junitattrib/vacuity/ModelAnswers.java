package io.github.junitattrib.vacuity;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        return attributions(List.of(request)).get(0);
    }

    @Override
    public List<Attribution> attributions(List<AttributionRequest> requests) {
        prepare(requests);
        return requests.stream().map(this::key).map(answers::get).toList();
    }

    /** Computes what is not known yet, together. */
    void prepare(List<AttributionRequest> requests) {
        Map<Key, AttributionRequest> fresh = new LinkedHashMap<>();
        requests.forEach(request -> fresh.putIfAbsent(key(request), request));
        fresh.keySet().removeAll(answers.keySet());
        List<Attribution> computed = AttributionRequest.attributions(List.copyOf(fresh.values()));
        int next = 0;
        for (Key key : fresh.keySet()) {
            answers.put(key, computed.get(next++));
        }
    }

    private Key key(AttributionRequest request) {
        return new Key(request, isAsked(request) ? Optional.empty() : Optional.of(request.attributor()));
    }

    @Override
    public TextClassifier model(AttributionRequest request) {
        return request.model();
    }
}
