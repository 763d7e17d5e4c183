package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A method with something done to its scores.
 *
 * @param of the method
 * @param spoil changes each score
 */
record SpoiledMethod(AttributionMethod of, UnaryOperator<TokenScore> spoil) implements AttributionMethod {

    /** Adds to each score, and widens its error bar. */
    static SpoiledMethod adding(AttributionMethod of, double more, double bar) {
        return new SpoiledMethod(
                of,
                token -> new TokenScore(
                        token.text(),
                        token.span(),
                        token.word(),
                        token.special(),
                        token.score() + more,
                        token.uncertainty() + bar));
    }

    @Override
    public MethodFacts facts() {
        return of.facts();
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        Attribution good = of.attribute(model, question);
        List<TokenScore> tokens = good.tokens().stream().map(spoil).toList();
        return new Attribution(
                good.text(),
                tokens,
                good.target(),
                good.prediction(),
                good.inputScore(),
                good.baselineScore(),
                good.convergence(),
                good.method(),
                good.model());
    }
}
