package io.github.junitattrib.model;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.text.WordSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * A text classifier: the first rung, enough for methods that only ask for predictions.
 *
 * <p>Two methods make any classifier explainable, a REST service or an ONNX session:
 *
 * <pre>{@code
 * record ReviewService(HttpClient http) implements TextClassifier {
 *
 *   public List<String> labels() {
 *     return List.of("NEGATIVE", "POSITIVE");
 *   }
 *
 *   public Prediction predict(String text) {
 *     return Prediction.ofProbabilities(labels(), ask(text));
 *   }
 * }
 * }</pre>
 *
 * <p>Implementations may be called by several threads at once.
 */
public interface TextClassifier extends AutoCloseable {

    /**
     * Returns the names of the classes in the order of the outputs.
     *
     * @return at least one label
     */
    List<String> labels();

    /**
     * Classifies one text exactly as it is, never cut or cleaned.
     *
     * @param text the text
     * @return the scores of all classes, with their kind
     * @throws io.github.junitattrib.InvalidTextException if the text is empty or longer than the model can read
     */
    Prediction predict(String text);

    /**
     * Classifies several texts; to be overridden where they cost less together. Methods that perturb texts hand over up
     * to 1024 at once: an implementation splits them as it needs.
     *
     * @param texts the texts
     * @return one prediction for each, in their order, equal to that of {@link #predict(String)}; where the texts are
     *     computed together, its scores may differ by the rounding of their number type
     * @throws io.github.junitattrib.InvalidTextException if a text is empty or longer than the model can read
     */
    default List<Prediction> predictAll(List<String> texts) {
        List<Prediction> predictions = new ArrayList<>(texts.size());
        for (String text : texts) {
            if (!predictions.isEmpty()) {
                Interruption.check("predicting text " + (predictions.size() + 1) + " of " + texts.size());
            }
            predictions.add(predict(text));
        }
        return List.copyOf(predictions);
    }

    /**
     * Finds the words of a text: what methods that only ask for predictions leave out or replace.
     *
     * @param text the text
     * @return spans in the order of the text, without overlap; those of {@link WordSplitter} unless overridden
     */
    default List<Span> words(String text) {
        return WordSplitter.words(text);
    }

    /**
     * Returns the name, device and number type of the model.
     *
     * @return facts for messages and reports; the name of the class unless overridden
     */
    default ModelFacts facts() {
        // An anonymous class has no simple name.
        String simple = getClass().getSimpleName();
        return ModelFacts.unknown(simple.isEmpty() ? getClass().getName().replaceFirst(".*\\.", "") : simple);
    }

    /** Frees what the model holds; it can not be used any more. Does nothing unless overridden. */
    @Override
    default void close() {}
}
