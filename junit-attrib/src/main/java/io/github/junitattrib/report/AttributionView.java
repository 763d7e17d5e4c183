package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * An attribution as pages show it.
 *
 * @param number place among the test's attributions, from 1
 * @param label the explained class
 * @param numbers what the numbers of the classes are: probabilities or values
 * @param classes all classes with their numbers
 * @param text the text, coloured
 * @param marks what the numbers in the text mean
 * @param legend the colours
 * @param facts how the numbers came about, by name
 * @param remedy what to change if the numbers did not converge; empty text if they did
 * @param curve the score along the path
 * @param rows all words and tokens
 * @param footnotes what terms on it mean
 */
record AttributionView(
        int number,
        String label,
        String numbers,
        List<ClassRow> classes,
        List<Heatmap.Fragment> text,
        List<Marks.Explained> marks,
        List<HeatScale.Step> legend,
        Map<String, String> facts,
        String remedy,
        Optional<PathCurve> curve,
        List<WordRow> rows,
        List<String> footnotes) {

    static AttributionView of(int index, Attribution attribution, Marks marks) {
        double max = ScoreFormat.maxMagnitude(attribution.words().stream().mapToDouble(WordScore::score));
        HeatScale scale = new HeatScale(max);
        Convergence convergence = attribution.convergence();
        return new AttributionView(
                index + 1,
                VisibleText.inLine(attribution.label()),
                attribution.prediction().kind() == ScoreKind.VALUES ? "Value" : "Probability",
                classes(attribution),
                Heatmap.fragments(attribution, scale, marks),
                marks.explained(attribution.text()),
                scale.steps(),
                facts(attribution),
                convergence.converged() ? "" : VisibleText.inLine(convergence.remedy()),
                PathCurve.of(convergence.path()),
                WordRow.of(attribution, scale, marks),
                Footnotes.of(attribution));
    }

    private static List<ClassRow> classes(Attribution attribution) {
        Prediction prediction = attribution.prediction();
        List<ClassRow> classes = new ArrayList<>();
        boolean values = prediction.kind() == ScoreKind.VALUES;
        for (int i = 0; i < prediction.labels().size(); i++) {
            double number = (values ? prediction.scores() : prediction.probabilities()).get(i);
            double drawn = values || Double.isNaN(number) ? 0 : Math.max(0, Math.min(1, number));
            classes.add(new ClassRow(
                    VisibleText.inLine(prediction.labels().get(i)),
                    String.format(Locale.ROOT, "%.3f", number),
                    String.format(Locale.ROOT, "%.1f", 100 * drawn),
                    role(i == prediction.index(), i == attribution.target().index())));
        }
        return List.copyOf(classes);
    }

    private static String role(boolean predicted, boolean explained) {
        if (predicted) {
            return explained ? "predicted, explained" : "predicted";
        }
        return explained ? "explained" : "";
    }

    private static Map<String, String> facts(Attribution attribution) {
        Convergence convergence = attribution.convergence();
        double gap = attribution.delta();
        double limit = convergence.deltaLimit();
        ScoreFormat scores = ScoreFormat.upTo(
                ScoreFormat.maxMagnitude(DoubleStream.of(attribution.inputScore(), attribution.baselineScore())));
        ScoreFormat gaps = ScoreFormat.upTo(ScoreFormat.maxMagnitude(DoubleStream.of(gap, limit)));
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Method", AttributionText.methodName(attribution));
        facts.put("Model", AttributionText.modelName(attribution.model()));
        facts.put(
                "Device",
                attribution.model().device() + ", " + attribution.model().dtype());
        facts.put("F(x), the text", scores.signed(attribution.inputScore()));
        if (attribution.claimsCompleteness()) {
            facts.put("F(x\u2032), the baseline", scores.signed(attribution.baselineScore()));
            facts.put(
                    "Completeness gap",
                    gaps.signed(gap) + (Double.isFinite(limit) ? " (limit " + gaps.plain(limit) + ")" : ""));
        } else {
            facts.put("Completeness", AttributionText.NO_COMPLETENESS);
        }
        facts.put("Evaluations", String.valueOf(convergence.evaluations()));
        facts.put("Converged", convergence.converged() ? "yes" : "no");
        Map<String, String> visible = new LinkedHashMap<>();
        facts.forEach((name, value) -> visible.put(VisibleText.inLine(name), VisibleText.inLine(value)));
        return visible;
    }

    /**
     * A class of the model.
     *
     * @param label its name
     * @param number its probability, or its value where there are none, three decimals
     * @param percent length of its bar
     * @param role whether it is the predicted class, the explained one or both
     */
    record ClassRow(String label, String number, String percent, String role) {}
}
