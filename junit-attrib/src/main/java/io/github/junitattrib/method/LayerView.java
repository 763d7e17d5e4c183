package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The scores of a layer method as means over the units, or as z-scores over the tokens, in place of raw sums: an
 * explicit choice, for reading ({@link Reduction} has the formulas).
 *
 * <p>Error bars are carried along. Only the sums keep the method's completeness; means and z-scores claim none. As
 * everywhere, a word of several pieces gets the sum of its pieces. It needs what the method needs, and means a forward
 * pass more of the part below the layer, which tells its width.
 *
 * <pre>{@code
 * explain("They said it was great").by(new LayerConductance(Layer.encoder(2)).reduced(Reduction.Z_SCORE))
 * }</pre>
 *
 * @param around the method that gives the sums
 * @param reduction what is made of them
 */
public record LayerView(LayerMethod around, Reduction reduction) implements AttributionMethod {

    /**
     * Checks the options.
     *
     * @param around the method that gives the sums
     * @param reduction what is made of them
     */
    public LayerView {
        Objects.requireNonNull(around, "The layer method must not be null. Take new LayerConductance(layer).");
        Objects.requireNonNull(reduction, "The reduction must not be null. Take Reduction.SUM for raw sums.");
    }

    @Override
    public MethodFacts facts() {
        return facts(around.facts(), Map.of());
    }

    private MethodFacts facts(MethodFacts method, Map<String, String> found) {
        Map<String, String> parameters = new LinkedHashMap<>(method.parameters());
        if (reduction != Reduction.SUM) {
            parameters.put("reduction", reduction.name());
        }
        parameters.putAll(found);
        return new MethodFacts(method.name() + suffix(), parameters);
    }

    private String suffix() {
        return switch (reduction) {
            case SUM -> "";
            case MEAN -> " as means over units";
            case Z_SCORE -> " as z-scores";
        };
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        return reduced(around.attribute(model, question), model);
    }

    @Override
    public List<Attribution> attributeAll(TextClassifier model, List<Question> questions) {
        return around.attributeAll(model, questions).stream()
                .map(sums -> reduced(sums, model))
                .toList();
    }

    private Attribution reduced(Attribution sums, TextClassifier model) {
        return switch (reduction) {
            case SUM -> sums;
            case MEAN -> {
                int units = units(model, sums.text());
                yield changed(sums, token -> divided(token, units), "", Map.of("units", Integer.toString(units)));
            }
            case Z_SCORE -> {
                ZScores scale = ZScores.over(sums.tokens());
                yield changed(sums, scale::of, scale.areMeaningful() ? "" : scale.remedy(), Map.of());
            }
        };
    }

    /** Without the claim that the scores sum to a difference of scores. */
    private Attribution changed(
            Attribution sums, UnaryOperator<TokenScore> change, String remedy, Map<String, String> found) {
        Convergence of = sums.convergence();
        List<TokenScore> tokens = new ArrayList<>(sums.tokens());
        tokens.replaceAll(change);
        return new Attribution(
                sums.text(),
                tokens,
                sums.target(),
                sums.prediction(),
                sums.inputScore(),
                Double.NaN,
                new Convergence(
                        of.converged() && remedy.isEmpty(),
                        of.evaluations(),
                        Double.NaN,
                        (of.remedy() + " " + remedy).strip(),
                        of.path()),
                facts(sums.method(), found),
                sums.model());
    }

    private static TokenScore divided(TokenScore token, int units) {
        return new TokenScore(
                token.text(),
                token.span(),
                token.word(),
                token.special(),
                token.score() / units,
                token.uncertainty() / units);
    }

    /** H: how many units a token has in the layer. */
    private int units(TextClassifier model, String text) {
        DifferentiableClassifier differentiable =
                Rungs.differentiable(model, around.facts().name());
        ExplainedInput words = differentiable.embed(differentiable.tokenize(text), Baseline.ZERO);
        if (around.layer().equals(Layer.WORD_EMBEDDINGS)) {
            return words.width();
        }
        double[][] states = Rungs.inspectable(model, around.facts().name())
                .below(words.text(), around.layer())
                .scores(new double[][] {words.input()});
        return states[0].length / words.text().size();
    }
}
