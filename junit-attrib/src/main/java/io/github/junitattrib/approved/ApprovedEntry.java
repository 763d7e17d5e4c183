package io.github.junitattrib.approved;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An approved attribution as a file holds it, which a person or a merge may have changed: whatever cannot be is told of the
 * entry, as it says nothing of model or method.
 */
record ApprovedEntry(
        @Nullable String text,
        @Nullable String method,
        @Nullable Map<String, @Nullable String> parameters,
        @Nullable String target,
        @JsonProperty("class") @Nullable Integer index,
        @Nullable String model,
        @Nullable String device,
        @Nullable String dtype,
        @Nullable ScoreKind kind,
        @Nullable Map<String, @Nullable Double> scores,
        @JsonProperty("f_input") @Nullable Double input,
        @JsonProperty("f_baseline") @Nullable Double baseline,
        @Nullable List<@Nullable ApprovedToken> tokens) {

    /**
     * Returns the attribution.
     *
     * @param number of the entry in its file, from 1
     * @throws IllegalArgumentException if a field is missing or cannot be what it is; the message names entry and field
     */
    Attribution attribution(int number) {
        String explained = new EntryCheck("entry " + number).present("text", text);
        EntryCheck check = new EntryCheck("the entry of \"" + explained + "\"");
        Prediction prediction = prediction(check);
        int place = check.present("class", index);
        if (place < 0 || place >= prediction.labels().size()) {
            throw check.problem(
                    "has the \"class\" " + place + ", which is not among its labels " + prediction.labels());
        }
        return new Attribution(
                explained,
                tokens(explained, check),
                new TargetScore.OfClass(place, check.present("target", target)),
                prediction,
                check.finite("f_input", input),
                baseline == null ? Double.NaN : check.finite("f_baseline", baseline),
                new Convergence(true, 0, Double.NaN, "", List.of()),
                new MethodFacts(check.present("method", method), options(check)),
                new ModelFacts(
                        check.present("model", model), check.present("device", device), check.present("dtype", dtype)));
    }

    private Map<String, String> options(EntryCheck check) {
        EntryCheck each = check.of("\"parameters\"");
        Map<String, String> options = new LinkedHashMap<>();
        check.present("parameters", parameters).forEach((name, value) -> options.put(name, each.present(name, value)));
        return options;
    }

    private Prediction prediction(EntryCheck check) {
        EntryCheck each = check.of("\"scores\"");
        ScoreKind scale = check.present("kind", kind);
        List<String> labels = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        check.present("scores", scores).forEach((label, score) -> {
            labels.add(label);
            numbers.add(each.finite(label, score));
        });
        try {
            return Prediction.of(
                    scale,
                    labels,
                    numbers.stream().mapToDouble(number -> number).toArray());
        } catch (IllegalArgumentException e) {
            // It tells the author of a model what to do.
            throw each.problem("cannot be " + scale + ": " + scores);
        }
    }

    private List<TokenScore> tokens(String explained, EntryCheck check) {
        List<TokenScore> scores = new ArrayList<>();
        for (ApprovedToken token : check.present("tokens", tokens)) {
            EntryCheck each = check.of("token " + (scores.size() + 1));
            if (token == null) {
                throw each.problem("is null");
            }
            scores.add(token.score(explained, each));
        }
        if (scores.isEmpty()) {
            throw check.problem("has no \"tokens\"");
        }
        return scores;
    }
}
