package io.github.junitattrib.conformance;

import io.github.junitattrib.Baseline;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.model.AttentionGradients;
import io.github.junitattrib.model.EmbeddingTable;
import io.github.junitattrib.model.ExplainedInput;
import io.github.junitattrib.model.InspectableClassifier;
import io.github.junitattrib.model.Layer;
import io.github.junitattrib.model.Propagation;
import io.github.junitattrib.model.ScoreFunction;
import io.github.junitattrib.text.TokenizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A small network in double precision as a classifier of texts that write numbers, as {@link ClosedForm} reads them: with
 * hidden states, attention and other slopes than gradients, so that every method runs on it.
 *
 * <p>Each {@link Stage} but the last makes a layer: the first one {@link Layer#EMBEDDING_OUTPUT}, the next {@code
 * Layer.encoder(1)} and so on; the last one gives the scores. A state of as many numbers as the text has one in the place
 * of each; any other state stands in the place of the first number as a whole, as if a classification head read it there.
 */
public final class ClosedNetwork implements InspectableClassifier {

    private final NumberTexts texts;
    private final List<String> labels;
    private final ScoreKind kind;
    private final List<Stage> stages;

    private ClosedNetwork(NumberTexts texts, List<String> labels, ScoreKind kind, List<Stage> stages) {
        this.texts = texts;
        this.labels = labels;
        this.kind = kind;
        this.stages = stages;
    }

    /**
     * Makes a network of one score, which is a value and no class.
     *
     * @param name for messages, such as the formula in words
     * @param size number of numbers n in a text
     * @param stages from n numbers to one score, at least two
     * @return the model
     */
    public static ClosedNetwork of(String name, int size, Stage... stages) {
        return of(name, size, List.of("F"), ScoreKind.VALUES, List.of(stages));
    }

    /**
     * Makes a network of several classes, whose scores are logits.
     *
     * @param name for messages
     * @param size number of numbers n in a text
     * @param labels names of the classes [C]
     * @param stages from n numbers to C scores, at least two
     * @return the model
     */
    public static ClosedNetwork of(String name, int size, List<String> labels, Stage... stages) {
        return of(name, size, List.copyOf(labels), ScoreKind.LOGITS, List.of(stages));
    }

    private static ClosedNetwork of(String name, int size, List<String> labels, ScoreKind kind, List<Stage> stages) {
        if (stages.size() < 2) {
            throw new IllegalArgumentException("The network " + name
                    + " needs at least two stages, as the last one gives"
                    + " the scores and those before are its layers. Put Stage.identity(" + size + ") in front.");
        }
        return new ClosedNetwork(NumberTexts.of(name, size), labels, kind, stages);
    }

    /**
     * Gives a baseline another number than 0, or one at all.
     *
     * @param row {@link Baseline#PAD}, {@link Baseline#MASK} or {@link Baseline#UNK}
     * @param number what stands in place of every number of the text
     * @return a changed copy
     */
    public ClosedNetwork baseline(Baseline.Row row, double number) {
        return new ClosedNetwork(texts.baseline(row, number), labels, kind, stages);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public ModelFacts facts() {
        return new ModelFacts(texts.name(), "cpu", "float64");
    }

    @Override
    public List<Span> words(String text) {
        return NumberTexts.words(text);
    }

    @Override
    public TokenizedText tokenize(String text) {
        return texts.tokenize(text);
    }

    @Override
    public Prediction predict(String text) {
        return predict(tokenize(text));
    }

    @Override
    public Prediction predict(TokenizedText text) {
        return Prediction.of(kind, labels, function(text).scores(new double[][] {NumberTexts.point(text)})[0]);
    }

    @Override
    public ExplainedInput embed(TokenizedText text, Baseline.Row baseline) {
        return texts.embed(text, baseline);
    }

    @Override
    public Optional<EmbeddingTable> embeddingTable() {
        return Optional.of(new NumberTable());
    }

    @Override
    public List<Layer> layers() {
        return IntStream.range(-1, stages.size() - 1).mapToObj(Layer::new).toList();
    }

    @Override
    public ScoreFunction function(TokenizedText text) {
        return part(0, stages.size());
    }

    @Override
    public ScoreFunction below(TokenizedText text, Layer layer) {
        return part(0, layer.depth() + 1);
    }

    @Override
    public ScoreFunction above(TokenizedText text, Layer layer) {
        return part(layer.depth() + 1, stages.size());
    }

    @Override
    public ScoreFunction function(TokenizedText text, Propagation propagation) {
        return StageFunction.by(stages, texts.size(), propagation);
    }

    /** From the numbers of a text to the scores. */
    List<Stage> stages() {
        return stages;
    }

    private ScoreFunction part(int start, int end) {
        return StageFunction.part(stages, texts.size(), start, end);
    }

    @Override
    public double[][][][] attention(TokenizedText text, double[] point) {
        List<double[][][]> maps = new ArrayList<>();
        double[] state = point;
        for (Stage stage : stages) {
            double[][][] heads = stage.attention(state);
            if (heads.length > 0) {
                maps.add(heads);
            }
            state = stage.forward(state);
        }
        return maps.toArray(double[][][][]::new);
    }

    @Override
    public AttentionGradients attentionGradients(TokenizedText text, double[] point, TargetScore target) {
        List<double[]> states = StageFunction.states(stages, point);
        double[] scores = states.get(stages.size());
        double[] slopes = target.slopes(scores);
        List<double[][][]> gradients = new ArrayList<>();
        for (int i = stages.size() - 1; i >= 0; i--) {
            double[] state = states.get(i);
            double[][][] heads = stages.get(i).attentionSlopes(state, slopes);
            if (heads.length > 0) {
                gradients.add(0, heads);
            }
            slopes = stages.get(i).backward(state, slopes);
        }
        return new AttentionGradients(scores, attention(text, point), gradients.toArray(double[][][][]::new));
    }
}
