package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;

/** A method that always gives the same attribution, for requests without a model. */
public record FixedMethod(Attribution result) implements AttributionMethod {

    @Override
    public MethodFacts facts() {
        return result.method();
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return result;
    }
}
