package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.EngineException;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes requests: on a model, or on the model of the running test, with a cache and a log. */
@FunctionalInterface
public interface Attributor {

    /**
     * Computes a request.
     *
     * @param request what to compute
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    Attribution attribute(AttributionRequest request);

    /**
     * Computes several requests; to be overridden where they cost less together.
     *
     * @param requests what to compute
     * @return one result for each, in their order
     * @throws io.github.junitattrib.AttributionException if the model, a text or a target does not allow it
     */
    default List<Attribution> attributeAll(List<AttributionRequest> requests) {
        return requests.stream().map(this::attribute).toList();
    }

    /**
     * Returns the model that requests are computed on.
     *
     * @return the model; empty for attributors that do not tell it
     */
    default Optional<TextClassifier> model() {
        return Optional.empty();
    }

    /**
     * Computes a request on another model than the one that it was made for; a running test logs the result.
     *
     * @param request what to compute
     * @param model the model to explain
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    default Attribution attribute(AttributionRequest request, TextClassifier model) {
        return compute(request, model);
    }

    /**
     * Runs the method of a request on a model, without cache and log.
     *
     * @param request what to compute
     * @param model the model to explain
     * @return the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    static Attribution compute(AttributionRequest request, TextClassifier model) {
        return answer(request, model, request.method().attribute(model, request.question()));
    }

    /** Methods that users write may forget to answer, or answer another question: tests would judge that in its place. */
    private static Attribution answer(
            AttributionRequest request, TextClassifier model, @Nullable Attribution attribution) {
        String method = "The method " + request.method().facts().name();
        if (attribution == null) {
            throw new EngineException(method + " gives no attribution (null) of the text \"" + request.text()
                    + "\". Have its attribute(..) return one.");
        }
        if (!attribution.text().equals(request.text())) {
            throw new EngineException(
                    method + " explains the text \"" + attribution.text() + "\", but was asked about \""
                            + request.text() + "\". Have it explain the text of its question as it is.");
        }
        TargetScore asked = request.target().resolve(attribution.prediction(), model.facts());
        boolean ofUnit = attribution.target() instanceof TargetScore.HiddenUnit;
        if (!ofUnit && !attribution.target().equals(asked)) {
            throw new EngineException(method + " explains " + attribution.label() + " of the text \"" + request.text()
                    + "\", but was asked about " + asked.label() + ". Have it resolve the target of its question.");
        }
        return attribution;
    }

    /**
     * Runs the methods of several requests on a model, texts of equal methods together, without cache and log.
     *
     * @param requests what to compute
     * @param model the model to explain
     * @return one result for each, in their order
     * @throws io.github.junitattrib.AttributionException if the model, a text or a target does not allow it
     */
    static List<Attribution> computeAll(List<AttributionRequest> requests, TextClassifier model) {
        Map<AttributionMethod, List<AttributionRequest>> byMethod = new LinkedHashMap<>();
        requests.forEach(request -> byMethod.computeIfAbsent(request.method(), method -> new ArrayList<>())
                .add(request));
        // Equal requests have equal results, so they may share one.
        Map<AttributionRequest, Attribution> results = new LinkedHashMap<>();
        byMethod.forEach((method, asked) -> {
            List<AttributionRequest> distinct = asked.stream().distinct().toList();
            List<Attribution> attributions = method.attributeAll(
                    model, distinct.stream().map(AttributionRequest::question).toList());
            if (attributions.size() != distinct.size()) {
                throw new EngineException("The method " + method.facts().name() + " gives " + attributions.size()
                        + " attributions of " + distinct.size()
                        + " texts. Check its attributeAll: one for each, in their order.");
            }
            for (int i = 0; i < distinct.size(); i++) {
                results.put(distinct.get(i), answer(distinct.get(i), model, attributions.get(i)));
            }
        });
        return requests.stream().map(results::get).toList();
    }
}
