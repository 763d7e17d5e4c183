package io.github.junitattrib.model.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.junitattrib.Baseline;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.model.ScoreGradients;
import io.github.junitattrib.model.TextPoint;
import io.github.junitattrib.model.torch.engine.TorchRuntime;
import io.github.junitattrib.text.TokenizedText;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A classifier made of a function of NDArrays: a closed form, or a block of DJL; the second rung, enough for every
 * gradient method.
 *
 * <p>A text is cut into T tokens, each token has a row x_t of D numbers, and the function gives the scores F(x) of C
 * classes; PyTorch differentiates it. The bag of words F(x) = Σ_t W x_t, whose Integrated Gradients are W(x_t − x'_t):
 *
 * <pre>{@code
 * Map<String, double[]> rows = Map.of("great", new double[] {2, 0}, "dull", new double[] {0, 1});
 *
 * FunctionModel bagOfWords = FunctionModel.builder(points -> {
 *           NDArray weights = FunctionModel.constant(points, -1, 1, 1, -1).reshape(2, 2); // [D,C]
 *           return points.sum(new int[] {1}).matMul(weights); // [B,T,D] → [B,D] → [B,C]
 *         })
 *     .name("bag of words")
 *     .labels("NEGATIVE", "POSITIVE")
 *     .embedding(rows, new double[] {0, 0}) // the second for unknown words
 *     .build();
 * }</pre>
 *
 * <p><b>What the function must keep to.</b>
 *
 * <ul>
 *   <li>It gets points of shape [B,T,D] and gives scores of shape [B,C]; B points are computed at once and must not
 *       influence each other. Numbers are FLOAT32 throughout, so that results carry a relative error of about 1e-7;
 *       {@code toType} cuts the gradient, and <b>ends the JVM</b> for a type that DJL does not know in both directions,
 *       such as {@code BFLOAT16} and {@code INT16}.
 *   <li>It is called by several threads at once.
 *   <li>Never {@code points.mul(2)}, nor {@code div} or {@code pow} with a Java number: DJL puts the number into a Java
 *       buffer that may be collected before the backward pass reads it, which gives wrong gradients once in a while.
 *       Take {@link #constant} instead: {@code points.mul(FunctionModel.constant(points, 2))}.
 *   <li>Do not close arrays, nor the model from within the function; all those made from the points are freed at the end of each call.
 *   <li>Weights that it brings along must not require gradients themselves ({@code block.freezeParameters(true)}):
 *       PyTorch would add to them in every call.
 * </ul>
 *
 * <p>A function that does not depend on its points is refused when its gradient is asked for.
 */
public final class FunctionModel implements DifferentiableClassifier {

    private final ModelFacts facts;
    private final ScoreKind kind;
    private final Function<String, TokenizedText> tokenizer;
    private final EmbeddingRows rows;
    private final CheckedScores scores;
    private final NDManager manager;
    private final AutoCloseable resource;
    private final Lifetime lifetime;
    private final TextBatches<TokenizedText> batches;

    FunctionModel(
            ModelFacts facts,
            ScoreKind kind,
            Function<String, TokenizedText> tokenizer,
            EmbeddingRows rows,
            CheckedScores scores,
            NDManager manager,
            AutoCloseable resource) {
        this.facts = facts;
        this.kind = kind;
        this.tokenizer = tokenizer;
        this.rows = rows;
        this.scores = scores;
        this.manager = manager;
        this.resource = resource;
        this.lifetime = new Lifetime(facts.name());
        this.batches = new TextBatches<>(this::tokenize, TokenizedText::size, (texts, tokenized) -> predict(tokenized));
    }

    /**
     * Begins a model.
     *
     * @param scores from points [B,T,D] to the scores of all classes [B,C]; see above for what it must keep to
     * @return the builder
     */
    public static FunctionModelBuilder builder(Function<NDArray, NDArray> scores) {
        return new FunctionModelBuilder(scores);
    }

    /**
     * Makes numbers to compute with, which live until the call of the function ends.
     *
     * @param points the array that the function got, or one made from it
     * @param values the numbers
     * @return a FLOAT32 array of shape [n] where the points are; one number applies to all of them
     */
    public static NDArray constant(NDArray points, double... values) {
        return TorchRuntime.own(points.getManager(), Rows.join(new double[][] {values}), new Shape(values.length));
    }

    @Override
    public List<String> labels() {
        return scores.labels();
    }

    @Override
    public ModelFacts facts() {
        return facts;
    }

    @Override
    public TokenizedText tokenize(String text) {
        if (text == null) {
            throw InvalidTextException.ofNull();
        }
        TokenizedText tokenized = tokenizer.apply(text);
        if (tokenized.size() == 0) {
            throw new InvalidTextException("The tokenizer of model " + facts.name() + " finds nothing in the text \""
                    + text + "\". Give a text with at least one token.");
        }
        return tokenized;
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return predict(List.of(text)).get(0);
    }

    @Override
    public List<Prediction> predictAll(List<String> texts) {
        return batches.predict(texts);
    }

    /** Predicts texts of equally many tokens. */
    private List<Prediction> predict(List<TokenizedText> texts) {
        double[][] points = texts.stream().map(rows::input).toArray(double[][]::new);
        double[][] numbers = function(texts.get(0)).scores(points);
        return IntStream.range(0, numbers.length)
                .mapToObj(i -> Prediction.of(kind, labels(), numbers[i])
                        .requireFinite(facts, texts.get(i).text()))
                .toList();
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return rows.embed(text, baseline);
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return new TensorFunction(manager, lifetime, rows.shape(text), scores::of);
    }

    @Override
    public ScoreGradients gradients(List<TextPoint> points) {
        if (points.isEmpty()) {
            return new ScoreGradients(new double[0][], new double[0][]);
        }
        return batches(points).gradients(points);
    }

    @Override
    public double[][] scores(List<TextPoint> points) {
        return points.isEmpty() ? new double[0][] : batches(points).scores(points);
    }

    private PointBatches batches(List<TextPoint> points) {
        int width = Math.toIntExact(rows.shape(points.get(0).text()).get(1));
        return new PointBatches(manager, lifetime, width, (batch, array) -> scores.of(array));
    }

    @Override
    public String toString() {
        return facts.name() + " (" + facts.device() + ", " + facts.dtype() + ", classes " + labels() + ")";
    }

    @Override
    public void close() {
        lifetime.close(() -> {
            manager.close();
            try {
                resource.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException("What model " + facts.name() + " was built on cannot be closed.", e);
            }
        });
    }
}
