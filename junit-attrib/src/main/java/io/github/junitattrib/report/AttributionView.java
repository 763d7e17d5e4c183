package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An attribution as pages show it.
 *
 * @param number place among the test's attributions, from 1
 * @param label the explained class
 * @param predicted what the model predicts
 * @param gold the label that a person gave; empty text if it is not known
 * @param judged whether the model says the same; empty where nobody can tell
 * @param numbers what the numbers of the classes are: probabilities or values
 * @param classes the classes with their numbers
 * @param classesLeftOut says how many classes are not shown; empty text if all are
 * @param text the text, coloured
 * @param textLeftOut says how many words of it are not shown; empty text if all are
 * @param marks what the numbers in the text mean
 * @param legend the colours
 * @param shared names the attributions that are drawn on the same scale; empty text if there is none
 * @param facts how the numbers came about, by name
 * @param remedy what to change if the numbers did not converge; empty text if they did
 * @param curve the score along the path
 * @param sum what the scores sum to, beside the two ends of the curve; empty text if they claim nothing of it
 * @param rows words and tokens
 * @param rowsLeftOut says how many of them are not shown; empty text if all are
 * @param footnotes what terms on it mean
 */
record AttributionView(
        int number,
        String label,
        String predicted,
        String gold,
        Optional<StatusView> judged,
        String numbers,
        List<ClassRow> classes,
        String classesLeftOut,
        List<Heatmap.Fragment> text,
        String textLeftOut,
        List<Marks.Explained> marks,
        List<HeatScale.Step> legend,
        String shared,
        Map<String, String> facts,
        String remedy,
        Optional<PathCurve> curve,
        String sum,
        List<WordRow> rows,
        String rowsLeftOut,
        List<String> footnotes) {

    private static final int MOST_CLASSES = 20;

    static AttributionView of(int index, TestReport report, AttributionGroups groups, Marks marks, PageLimits limits) {
        Attribution attribution = report.attributions().get(index);
        HeatScale scale = groups.scale(index);
        Convergence convergence = attribution.convergence();
        Prediction prediction = attribution.prediction();
        Optional<CaseNote> noted = Optional.ofNullable(report.gold().get(attribution.text()));
        Optional<String> gold = noted.flatMap(CaseNote::label);
        List<ClassRow> classes = classes(attribution, gold, limits);
        List<Heatmap.Fragment> text = Heatmap.fragments(attribution, scale, marks, limits);
        List<WordRow> rows = WordRow.of(attribution, scale, marks, limits);
        return new AttributionView(
                index + 1,
                limits.line(attribution.label()),
                limits.line(PredictionWords.of(prediction)),
                gold.map(limits::line).orElse(""),
                gold.flatMap(label -> PredictionWords.judged(prediction, label)),
                prediction.kind() == ScoreKind.VALUES ? "Value" : "Probability",
                classes,
                PageLimits.leftOut(prediction.labels().size() - classes.size(), "class", "classes"),
                text,
                PageLimits.leftOut(attribution.words().size() - Heatmap.words(text), "word", "words"),
                marks.explained(attribution.text(), limits),
                scale.steps(),
                shared(groups.sharing(index)),
                facts(attribution, noted.map(CaseNote::origin).orElse(""), limits),
                convergence.converged() ? "" : limits.line(convergence.remedy()),
                PathCurve.of(convergence.path(), limits),
                attribution.claimsCompleteness() ? sum(attribution) : "",
                rows,
                PageLimits.leftOut(
                        WordRow.all(attribution) - rows.size(), "row of a smaller score", "rows of smaller scores"),
                Footnotes.of(attribution));
    }

    private static String shared(List<Integer> others) {
        return others.isEmpty()
                ? ""
                : "One scale with "
                        + others.stream()
                                .map(other -> String.valueOf(other + 1))
                                .collect(Collectors.joining(
                                        ", ", others.size() == 1 ? "attribution " : "attributions ", "."));
    }

    private static List<ClassRow> classes(Attribution attribution, Optional<String> gold, PageLimits limits) {
        Prediction prediction = attribution.prediction();
        boolean values = prediction.kind() == ScoreKind.VALUES;
        List<Double> numbers = values ? prediction.scores() : prediction.probabilities();
        List<String> labels = prediction.labels();
        return IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> role(attribution, gold, i).isEmpty())
                        .thenComparing(i -> -ScoreFormat.magnitude(numbers.get(i))))
                .limit(Math.min(MOST_CLASSES, limits.rows()))
                .sorted()
                .map(i -> {
                    double number = numbers.get(i);
                    double drawn = values || Double.isNaN(number) ? 0 : Math.max(0, Math.min(1, number));
                    return new ClassRow(
                            limits.line(labels.get(i)),
                            Decimals.plain(number, 3),
                            Decimals.plain(100 * drawn, 1),
                            role(attribution, gold, i));
                })
                .toList();
    }

    private static String role(Attribution attribution, Optional<String> gold, int index) {
        Prediction prediction = attribution.prediction();
        List<String> roles = new ArrayList<>();
        if (PredictionWords.isPredicted(prediction, index)) {
            roles.add("predicted");
        }
        if (index == attribution.target().index()) {
            roles.add("explained");
        }
        if (gold.filter(prediction.labels().get(index)::equals).isPresent()) {
            roles.add("true");
        }
        return String.join(", ", roles);
    }

    private static Map<String, String> facts(Attribution attribution, String origin, PageLimits limits) {
        Convergence convergence = attribution.convergence();
        ScoreFormat scores = ScoreFormat.upTo(
                ScoreFormat.maxMagnitude(DoubleStream.of(attribution.inputScore(), attribution.baselineScore())));
        Map<String, String> facts = new LinkedHashMap<>();
        if (!origin.isEmpty()) {
            facts.put("Case", origin);
        }
        facts.put("Method", AttributionText.methodName(attribution));
        facts.put("Model", AttributionText.modelName(attribution.model()));
        facts.put(
                "Device",
                attribution.model().device() + ", " + attribution.model().dtype());
        facts.put("F(x), the text", scores.signed(attribution.inputScore()));
        if (attribution.claimsCompleteness()) {
            facts.put("F(x\u2032), the baseline", scores.signed(attribution.baselineScore()));
            facts.put("Completeness gap", gap(attribution));
        } else {
            facts.put("Completeness", AttributionText.NO_COMPLETENESS);
        }
        facts.put("Evaluations", String.valueOf(convergence.evaluations()));
        facts.put("Converged", convergence.converged() ? "yes" : "no");
        Map<String, String> visible = new LinkedHashMap<>();
        facts.forEach((name, value) -> visible.put(limits.line(name), limits.line(value)));
        return visible;
    }

    private static String sum(Attribution attribution) {
        double difference = attribution.inputScore() - attribution.baselineScore();
        double sum = difference + attribution.delta();
        ScoreFormat format = ScoreFormat.upTo(ScoreFormat.maxMagnitude(DoubleStream.of(difference, sum)));
        return "F(x) \u2212 F(x\u2032) is " + format.signed(difference) + ", the sum of the scores "
                + format.signed(sum) + ": a gap of " + gap(attribution) + ".";
    }

    private static String gap(Attribution attribution) {
        double gap = attribution.delta();
        double limit = attribution.convergence().deltaLimit();
        ScoreFormat format = ScoreFormat.upTo(ScoreFormat.maxMagnitude(DoubleStream.of(gap, limit)));
        return format.signed(gap) + (Double.isFinite(limit) ? " (limit " + format.plain(limit) + ")" : "");
    }

    /**
     * A class of the model.
     *
     * @param label its name
     * @param number its probability, or its value where there are none, three decimals
     * @param percent length of its bar
     * @param role whether it is the predicted class, the explained one, the one that a person named
     */
    record ClassRow(String label, String number, String percent, String role) {}
}
