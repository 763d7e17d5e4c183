package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers requests by attributions made by hand, one for each text, and remembers what it was asked. */
public final class Answers implements Attributor {

    private final Map<String, Attribution> byText = new HashMap<>();
    private final List<AttributionRequest> asked = new ArrayList<>();

    public Answers(Attribution... answers) {
        for (Attribution answer : answers) {
            byText.put(answer.text(), answer);
        }
    }

    /** Words with their scores, all certain to 0.001, predicted POSITIVE. */
    public static Attribution scored(String text, double... scores) {
        return AttributionBuilder.of(text).scores(scores).uncertainty(0.001).build();
    }

    /** The same with other logits of NEGATIVE and POSITIVE. */
    public static Attribution predicting(Attribution of, double negative, double positive) {
        return new Attribution(
                of.text(),
                of.tokens(),
                of.target(),
                Prediction.ofLogits(of.prediction().labels(), new double[] {negative, positive}),
                of.inputScore(),
                of.baselineScore(),
                of.convergence(),
                of.method(),
                of.model());
    }

    public AttributionRequest request(String text) {
        return AttributionRequest.of(this, text, new FixedMethod(attribution(text)));
    }

    public Attribution attribution(String text) {
        Attribution answer = byText.get(text);
        if (answer == null) {
            throw new IllegalArgumentException("No answer for \"" + text + "\" among " + byText.keySet());
        }
        return answer;
    }

    public List<AttributionRequest> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Attribution attribute(AttributionRequest request) {
        asked.add(request);
        return attribution(request.text());
    }
}
