package io.github.junitattrib.model;

import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import java.util.List;

/**
 * A text classifier: the first rung, enough for methods that only ask for predictions.
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
     * Returns the name, device and number type of the model.
     *
     * @return facts for messages and reports
     */
    ModelFacts facts();

    /**
     * Classifies one text exactly as it is, never cut or cleaned.
     *
     * @param text the text
     * @return scores and probabilities of all classes
     * @throws io.github.junitattrib.InvalidTextException if the text is empty or longer than the model can read
     */
    Prediction predict(String text);

    /** Frees what the model holds; it can not be used any more. */
    @Override
    void close();
}
