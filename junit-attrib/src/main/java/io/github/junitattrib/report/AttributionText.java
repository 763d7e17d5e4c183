package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the facts of an attribution in a few lines for failure messages.
 *
 * <pre>
 *   text       He said the film was great .
 *   predicted  POSITIVE 0.713   (model reviews on cuda:0, float32)
 *   model      reviews = models/reviews-2.1
 *   method     IntegratedGradients (baseline PAD), 33 evaluations   completeness gap 0.0021 (limit 0.0100)
 * </pre>
 */
public final class AttributionText {

    /** In place of a gap, where scores are no shares of a difference. */
    static final String NO_COMPLETENESS = "no completeness claimed";

    private static final int WIDEST_TEXT = 240;
    private static final int MOST_LABELS = 3;
    private static final String CONTINUED = "\n             ";

    private AttributionText() {}

    /**
     * Writes the facts: text, predicted class, the model's location, explained class where it is another one, method and completeness gap.
     *
     * @param attribution what to describe
     * @param glyphs what an ellipsis is drawn with, see {@link Glyphs#ofConsole()}
     * @return lines without a line end after the last; a long text is cut
     */
    public static String of(Attribution attribution, Glyphs glyphs) {
        List<String> lines = new ArrayList<>();
        lines.add("  text       "
                + DisplayWidth.cut(VisibleText.inLine(attribution.text()), WIDEST_TEXT, glyphs.ellipsis()));
        lines.add("  predicted  " + predicted(attribution));
        if (attribution.model().location().isPresent()) {
            lines.add("  model      " + VisibleText.inLine(modelName(attribution.model())));
        }
        if (!attribution.label().equals(attribution.prediction().label())) {
            lines.add("  explained  " + VisibleText.inLine(attribution.label()));
        }
        lines.add("  method     " + method(attribution));
        Convergence convergence = attribution.convergence();
        if (!convergence.converged()) {
            lines.add("  converged  no. " + VisibleText.inLine(convergence.remedy()));
        }
        return String.join("\n", lines);
    }

    private static String predicted(Attribution attribution) {
        return predicted(attribution.prediction())
                + "   (model " + VisibleText.inLine(attribution.model().name())
                + " on " + attribution.model().device()
                + ", " + attribution.model().dtype() + ")";
    }

    /** The class that wins; of labels that stand for themselves those that are predicted, or else the highest. */
    private static String predicted(Prediction prediction) {
        List<String> labels = prediction.predicted();
        if (labels.isEmpty() && prediction.kind() != ScoreKind.VALUES) {
            return "no label, the highest is " + numbered(prediction, prediction.index());
        }
        int several = labels.size() - MOST_LABELS;
        return labels.size() < 2
                ? numbered(prediction, prediction.index())
                : labels.stream()
                                .limit(MOST_LABELS)
                                .map(label ->
                                        numbered(prediction, prediction.labels().indexOf(label)))
                                .collect(Collectors.joining(", "))
                        + (several > 0 ? " and " + several + " more" : "");
    }

    /** Where there are no probabilities, the number itself says most. */
    private static String numbered(Prediction prediction, int index) {
        List<Double> numbers = prediction.kind() == ScoreKind.VALUES ? prediction.scores() : prediction.probabilities();
        return VisibleText.inLine(prediction.labels().get(index)) + " " + Decimals.plain(numbers.get(index), 3);
    }

    /** Returns the model's name with where it was loaded from, since an alias does not say which release it is. */
    static String modelName(ModelFacts model) {
        return model.name() + model.location().map(location -> " = " + location).orElse("");
    }

    /**
     * Returns the method with its parameters.
     *
     * @param attribution what it computed
     * @return such as {@code IntegratedGradients (rule adaptive, baseline PAD)}
     */
    public static String methodName(Attribution attribution) {
        String parameters = attribution.method().parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .collect(Collectors.joining(", "));
        return attribution.method().name() + (parameters.isEmpty() ? "" : " (" + parameters + ")");
    }

    private static String method(Attribution attribution) {
        int evaluations = attribution.convergence().evaluations();
        String method =
                methodName(attribution) + ", " + evaluations + (evaluations == 1 ? " evaluation" : " evaluations");
        String visible = VisibleText.inLine(method);
        String gap = gap(attribution);
        boolean fits = 13 + DisplayWidth.of(visible) + 3 + gap.length() <= BarTable.COLUMNS;
        return visible + (fits ? "   " : CONTINUED) + gap;
    }

    private static String gap(Attribution attribution) {
        if (!attribution.claimsCompleteness()) {
            return NO_COMPLETENESS;
        }
        double gap = Math.abs(attribution.delta());
        double limit = attribution.convergence().deltaLimit();
        boolean limited = Double.isFinite(limit);
        ScoreFormat format = ScoreFormat.upTo(limited ? Math.max(gap, limit) : gap);
        return "completeness gap " + format.plain(gap) + (limited ? " (limit " + format.plain(limit) + ")" : "");
    }
}
