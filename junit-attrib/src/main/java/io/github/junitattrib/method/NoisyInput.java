package io.github.junitattrib.method;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.Optional;

/**
 * The model of a text with noise on the text's embeddings: so any gradient method can be asked about a neighbour of a
 * text, though it has no words.
 *
 * @param of the text as it is
 * @param noise what is added to x [T·D]
 */
@SuppressWarnings("ArrayRecordComponent") // lives as long as one sample, never compared
record NoisyInput(ExplainedText of, double[] noise) implements DifferentiableClassifier {

    @Override
    public List<String> labels() {
        return of.model().labels();
    }

    @Override
    public ModelFacts facts() {
        return of.model().facts();
    }

    @Override
    public List<Span> words(String text) {
        return of.model().words(text);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return text.equals(of.question().text()) ? of.tokens() : of.model().tokenize(text);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        double[] point = embed(requireSame(text), Baseline.ZERO).input();
        return Prediction.of(of.prediction().kind(), labels(), of.function().scores(new double[][] {point})[0]);
    }

    /** Other texts are baselines: they stay as they are. */
    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        ExplainedInput clean = of.model().embed(text, baseline);
        if (!text.equals(of.tokens())) {
            return clean;
        }
        return new ExplainedInput(text, plus(clean.input(), noise), clean.baseline());
    }

    /** Returns x + ε. */
    static double[] plus(double[] x, double[] noise) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += noise[i];
        }
        return sum;
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        requireSame(text);
        return of.function();
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return of.model().embeddingTable();
    }

    private TokenizedText requireSame(TokenizedText text) {
        if (!text.equals(of.tokens())) {
            throw new UnsupportedModelException("Noise is added to the embeddings of \""
                    + of.question().text() + "\", but the method inside asks about another text, \"" + text.text()
                    + "\". Put noise around a gradient method, such as Saliency or IntegratedGradients.");
        }
        return text;
    }
}
