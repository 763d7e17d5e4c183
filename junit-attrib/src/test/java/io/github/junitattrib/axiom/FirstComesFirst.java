package io.github.junitattrib.axiom;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;

/** Doubles the score of the first token. */
record FirstComesFirst(AttributionMethod of) implements AttributionMethod {

    @Override
    public MethodFacts facts() {
        return of.facts();
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        Attribution good = of.attribute(model, question);
        List<TokenScore> tokens = new ArrayList<>(good.tokens());
        TokenScore first = tokens.get(0);
        tokens.set(
                0,
                new TokenScore(
                        first.text(),
                        first.span(),
                        first.word(),
                        first.special(),
                        2 * first.score(),
                        first.uncertainty()));
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
