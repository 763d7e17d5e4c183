package io.github.junitattrib.method;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Layer-wise relevance propagation through a transformer: relevance starts as the score, and each operation hands what
 * it got to its inputs by a rule; the score of token t is the relevance of its word embedding, R_t = Σ_d R_{t,d}.
 *
 * <p>Linear layers share by contribution, R_i = Σ_k x_i w_ki R_k / z_k (LRP-0), with ε added to z away from zero (LRP-ε)
 * or with contributions that have the sign of z counted 1 + γ times (LRP-γ, in the form for inputs of both signs, which
 * for positive inputs and outputs is w + γ w⁺ in place of w). Activations pass relevance on, a residual sum shares by
 * contribution, a norm holds its deviation fixed. Of attention there are two forms: <em>AttnLRP</em> differentiates the
 * softmax and shares products in halves; <em>CP-LRP</em> holds the attention fixed, so that only values carry relevance.
 *
 * <p>What relevance a bias, a position or a token type gets is lost to the words: {@link Attribution#delta()} is Σ R − F
 * and says how much ({@code F(x')} is 0), as does the caveat of its convergence. Without biases CP-LRP conserves; AttnLRP does not, as its softmax rule makes
 * and takes relevance.
 *
 * <p>Sources: S. Bach and others 2015; G. Montavon and others 2019; C. Anders and others 2021 (Zennit, γ for both
 * signs); A. Ali and others 2022 (CP-LRP); R. Achtibat and others 2024 (AttnLRP), in the form of input times a modified
 * gradient. Peer: LXT, whose README says that LRP is a patented technology, free for personal and scientific purposes:
 * check before other use. It needs an inspectable model (rung 3) and costs one prediction and one forward and backward
 * pass. Targets are scores of classes or their contrast.
 *
 * @param rule which of the forms, with ε and γ
 */
public record LayerwiseRelevance(Propagation.Relevance rule) implements AttributionMethod {

    /**
     * Checks the rule.
     *
     * @param rule which of the forms, with ε and γ
     */
    public LayerwiseRelevance {
        Objects.requireNonNull(rule, "The rule must not be null. Take LayerwiseRelevance.attnLrp() or cpLrp().");
    }

    /**
     * Makes AttnLRP without ε and γ.
     *
     * @return the method
     */
    public static LayerwiseRelevance attnLrp() {
        return new LayerwiseRelevance(new Propagation.Relevance(true, 0, 0));
    }

    /**
     * Makes CP-LRP without ε and γ (LRP-0 in its linear layers).
     *
     * @return the method
     */
    public static LayerwiseRelevance cpLrp() {
        return new LayerwiseRelevance(new Propagation.Relevance(false, 0, 0));
    }

    /**
     * Uses the ε-rule in linear layers.
     *
     * @param value added to their outputs away from zero
     * @return a changed copy
     */
    public LayerwiseRelevance epsilon(double value) {
        return new LayerwiseRelevance(new Propagation.Relevance(rule.throughSoftmax(), value, rule.gamma()));
    }

    /**
     * Uses the γ-rule in linear layers.
     *
     * @param value how much more those contributions count that have the sign of the output
     * @return a changed copy
     */
    public LayerwiseRelevance gamma(double value) {
        return new LayerwiseRelevance(new Propagation.Relevance(rule.throughSoftmax(), rule.epsilon(), value));
    }

    @Override
    public MethodFacts facts() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("epsilon", Double.toString(rule.epsilon()));
        parameters.put("gamma", Double.toString(rule.gamma()));
        return new MethodFacts(rule.throughSoftmax() ? "AttnLRP" : "CP-LRP", parameters);
    }

    @Override
    public Attribution attribute(TextClassifier model, Question question) {
        String name = facts().name();
        InspectableClassifier inspectable = Rungs.inspectable(model, name);
        ExplainedText text = ExplainedText.of(model, question, name);
        requireLinear(text.target(), name);
        Attribution relevance = InputGradient.of(text, inspectable.function(text.tokens(), rule))
                .product(0, facts());
        return relevance.withConvergence(relevance.convergence().withCaveat(conservation(relevance)));
    }

    /** Says what took the relevance that the words did not get. */
    private String conservation(Attribution relevance) {
        List<String> takers = new ArrayList<>(List.of("biases", "positions", "token types"));
        if (rule.throughSoftmax()) {
            takers.add("softmaxes");
        }
        if (rule.epsilon() != 0) {
            takers.add("the epsilon rule");
        }
        int last = takers.size() - 1;
        double absorbed = -relevance.delta();
        double score = relevance.inputScore();
        String share = score == 0 ? "" : String.format(Locale.ROOT, " (%.3g %%)", 100 * absorbed / score);
        return String.format(
                Locale.ROOT,
                "%s conserves F(x) but for the relevance that %s and %s take, here %+.4f of %+.4f%s, which is no error of its"
                        + " numbers. Say how much of it you accept, as isComplete(within(..)) does, or ask a method that is complete, such as"
                        + " IntegratedGradients.",
                facts().name(),
                String.join(", ", takers.subList(0, last)),
                takers.get(last),
                absorbed,
                score,
                share);
    }

    /** Refuses probabilities: they are no sum of what comes in, so that nothing could be conserved. */
    static void requireLinear(TargetScore target, String method) {
        if (target instanceof TargetScore.OfProbability probability && probability.kind() != ScoreKind.PROBABILITIES) {
            throw new InvalidTargetException(method + " shares out scores, and " + target.label()
                    + " is no score but a curved function of all. Explain the class itself, or a contrast of two.");
        }
    }
}
