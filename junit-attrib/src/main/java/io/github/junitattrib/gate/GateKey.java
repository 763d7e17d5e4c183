package io.github.junitattrib.gate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a gate may limit. */
public enum GateKey {
    /** How many cases there are at least. */
    CASES_MIN("cases.min", "number of cases", Unit.NUMBER, 1, Double.POSITIVE_INFINITY),
    /** The candidate's accuracy on labeled cases. */
    ACCURACY_MIN("accuracy.min", "accuracy", Unit.SHARE, 0, 1),
    /** How much lower it is than that of the released model. */
    ACCURACY_DROP_MAX("accuracy.drop.max", "drop of the accuracy", Unit.POINTS, -1, 1),
    /** Share of cases that are predicted differently. */
    PREDICTIONS_CHANGED_MAX("predictions.changed.max", "share of changed predictions", Unit.SHARE, 0, 1),
    /** Share of cases whose reasons changed although the prediction stayed. */
    REASONS_DRIFTED_MAX(
            "reasons.drifted.max", "share of texts with other reasons for the same prediction", Unit.SHARE, 0, 1),
    /** Mean agreement of the reasons of such cases. */
    REASONS_AGREEMENT_MEAN_MIN(
            "reasons.agreement.mean.min", "mean correlation of the word scores of both models", Unit.RATIO, -1, 1),
    /** Share of such cases that another word leads. */
    TOP_WORDS_CHANGED_MAX(
            "top-words.changed.max", "share of texts that another word leads to the same prediction", Unit.SHARE, 0, 1),
    /** Share of cases with a rationale that a word outside of it leads. */
    RANKING_VIOLATIONS_MAX(
            "ranking.violations.max", "share of texts that a word outside of the rationale leads", Unit.SHARE, 0, 1),
    /** How much higher that is than in the released model. */
    RANKING_VIOLATIONS_RISE_MAX(
            "ranking.violations.rise.max",
            "rise of the share of texts that a word outside of the rationale leads",
            Unit.POINTS,
            -1,
            1),
    /** Largest rise of a word's mean share. */
    WORD_GAIN_MAX("word.gain.max", "largest rise of a word's mean share", Unit.RATIO, 0, 2),
    /** Completeness gap that most cases do not exceed. */
    COMPLETENESS_GAP_MAX(
            "completeness.gap.max",
            "95 % quantile of the relative completeness gap",
            Unit.RATIO,
            0,
            Double.POSITIVE_INFINITY),
    /** Share of cases that did not converge. */
    INCONCLUSIVE_MAX("inconclusive.max", "share of texts whose explanation did not converge", Unit.SHARE, 0, 1);

    /** How numbers are printed. */
    enum Unit {
        /** A count. */
        NUMBER(0),
        /** Printed as percent. */
        SHARE(1),
        /** The difference of two shares, printed as percentage points. */
        POINTS(1),
        /** A number of small size. */
        RATIO(4);

        private final int digits;

        Unit(int digits) {
            this.digits = digits;
        }

        /** How many digits behind the point are usual. */
        int digits() {
            return digits;
        }

        String print(double number, int behindPoint) {
            // A rise of nothing is none, whichever sign its zero has.
            return String.format(Locale.ROOT, "%." + behindPoint + "f", shown(number) + 0.0) + sign();
        }

        /** Whether so many digits are the whole number. */
        boolean holds(double number, int behindPoint) {
            double scaled = shown(number) * Math.pow(10, behindPoint);
            return Math.abs(scaled - Math.rint(scaled)) < 1e-6;
        }

        private double shown(double number) {
            return this == SHARE || this == POINTS ? 100 * number : number;
        }

        private String sign() {
            return switch (this) {
                case SHARE -> " %";
                case POINTS -> " points";
                case NUMBER, RATIO -> "";
            };
        }
    }

    private final String key;
    private final String meaning;
    private final Unit unit;
    private final double least;
    private final double most;

    GateKey(String key, String meaning, Unit unit, double least, double most) {
        this.key = key;
        this.meaning = meaning;
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    /**
     * Returns the key in the file.
     *
     * @return such as {@code accuracy.drop.max}
     */
    public String key() {
        return key;
    }

    /**
     * Names the number in a sentence.
     *
     * @return such as {@code drop of the accuracy}
     */
    public String meaning() {
        return meaning;
    }

    Unit unit() {
        return unit;
    }

    boolean isMinimum() {
        return key.endsWith(".min");
    }

    /** Whether the number can be had of a slice too: words are counted for the whole corpus alone. */
    boolean isOfSlices() {
        return this != WORD_GAIN_MAX;
    }

    /** What is wrong with a limit; empty if nothing is. */
    Optional<String> problem(double limit) {
        if (!Double.isFinite(limit)) {
            return Optional.of("it is no finite number");
        }
        if (unit == Unit.NUMBER && limit != Math.rint(limit)) {
            return Optional.of("it is no whole number");
        }
        if (limit < least || limit > most) {
            return Optional.of("the " + meaning + " lies between " + plain(least) + " and " + plain(most));
        }
        return (isMinimum() ? limit == least : limit == most)
                ? Optional.of(
                        "nothing can miss it, as the " + meaning + " is never " + (isMinimum() ? "lower" : "higher"))
                : Optional.empty();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    /** The number in some cases; empty if there is nothing to measure it by. */
    Optional<Figure> figure(Figures figures, GateSettings settings) {
        return switch (this) {
            case CASES_MIN -> Optional.of(Figure.exact((double) figures.cases()));
            case ACCURACY_MIN -> figures.candidateAccuracy();
            case ACCURACY_DROP_MAX -> figures.accuracyDrop();
            case PREDICTIONS_CHANGED_MAX -> figures.predictionsChanged();
            case REASONS_DRIFTED_MAX -> figures.reasonsDrifted(settings.agreement());
            case REASONS_AGREEMENT_MEAN_MIN -> figures.meanAgreement();
            case TOP_WORDS_CHANGED_MAX -> figures.topWordsChanged();
            case RANKING_VIOLATIONS_MAX -> figures.candidateViolations();
            case RANKING_VIOLATIONS_RISE_MAX -> figures.violationsRise();
            case WORD_GAIN_MAX -> throw new IllegalStateException("Words are counted for the whole corpus alone.");
            case COMPLETENESS_GAP_MAX -> figures.completenessGap();
            case INCONCLUSIVE_MAX -> figures.inconclusive();
        };
    }

    /** Of which kinds the cases are that the number counts; none if it counts no cases of a kind. */
    List<CaseKind> kinds() {
        return switch (this) {
            case ACCURACY_MIN -> List.of(CaseKind.LOST, CaseKind.WRONG);
            case ACCURACY_DROP_MAX -> List.of(CaseKind.LOST);
            case PREDICTIONS_CHANGED_MAX -> List.of(CaseKind.LOST, CaseKind.CHANGED, CaseKind.WON);
            case REASONS_DRIFTED_MAX -> List.of(CaseKind.REASONS);
            case REASONS_AGREEMENT_MEAN_MIN -> List.of(CaseKind.ORDERS);
            case TOP_WORDS_CHANGED_MAX -> List.of(CaseKind.LEADERS);
            case RANKING_VIOLATIONS_MAX -> List.of(CaseKind.VIOLATIONS, CaseKind.OLD_VIOLATIONS);
            case RANKING_VIOLATIONS_RISE_MAX -> List.of(CaseKind.VIOLATIONS);
            case COMPLETENESS_GAP_MAX -> List.of(CaseKind.GAPS);
            case INCONCLUSIVE_MAX -> List.of(CaseKind.INCONCLUSIVE);
            case CASES_MIN, WORD_GAIN_MAX -> List.of();
        };
    }

    /** Why there is no such number. */
    String missing(GateSettings settings) {
        return switch (this) {
            case ACCURACY_MIN, ACCURACY_DROP_MAX -> "no case has a label";
            case REASONS_DRIFTED_MAX, REASONS_AGREEMENT_MEAN_MIN, TOP_WORDS_CHANGED_MAX ->
                "no case keeps its prediction and has words to compare";
            case RANKING_VIOLATIONS_MAX, RANKING_VIOLATIONS_RISE_MAX -> "no case has a label and a rationale";
            case WORD_GAIN_MAX -> "no word is in " + settings.wordTexts() + " texts of a class";
            case COMPLETENESS_GAP_MAX -> "the method claims no completeness";
            case CASES_MIN, PREDICTIONS_CHANGED_MAX, INCONCLUSIVE_MAX -> "there is no case";
        };
    }
}
