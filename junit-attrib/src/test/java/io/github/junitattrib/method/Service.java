package io.github.junitattrib.method;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.model.TextClassifier;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/** A service that knows nothing but a number for a text, and counts how often it was asked for one text. */
class Service implements TextClassifier {

    private final ToDoubleFunction<String> score;
    private final AtomicInteger asked = new AtomicInteger();

    Service(ToDoubleFunction<String> score) {
        this.score = score;
    }

    int asked() {
        return asked.get();
    }

    @Override
    public List<String> labels() {
        return List.of("score");
    }

    @Override
    public Prediction predict(String text) {
        asked.incrementAndGet();
        return Prediction.of(ScoreKind.VALUES, labels(), new double[] {score.applyAsDouble(text)});
    }
}
