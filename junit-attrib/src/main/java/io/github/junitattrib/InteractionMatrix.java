package io.github.junitattrib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much the words of a text add to the explained score together, beyond what each adds alone: a symmetric matrix word
 * × word, with the main effect of each word on the diagonal.
 *
 * <p>The main effects and the interactions of all pairs, each pair once, sum to {@code inputScore − baselineScore} up to
 * {@link #delta()}. A positive interaction says that two words support the target more together than apart; that of
 * "not" and "good" toward a positive class is negative.
 *
 * @param text the text exactly as it was explained
 * @param units the words, or what was taken in their place [M]
 * @param scores by unit and unit [M][M]
 * @param uncertainties half width of the error bar of each score [M][M]
 * @param target the explained number
 * @param prediction what the model says of the text
 * @param inputScore F(x): the explained number at the input
 * @param baselineScore F(x'): the same without any unit
 * @param convergence how the numbers were reached
 * @param method the method that computed them
 * @param model the model that they explain
 */
public record InteractionMatrix(
        String text,
        List<Unit> units,
        List<List<Double>> scores,
        List<List<Double>> uncertainties,
        TargetScore target,
        Prediction prediction,
        double inputScore,
        double baselineScore,
        Convergence convergence,
        MethodFacts method,
        ModelFacts model) {

    /**
     * A row of the matrix.
     *
     * @param text the word as it stands in the text; several places with … between them
     * @param spans its places
     */
    public record Unit(String text, List<Span> spans) {

        /**
         * Copies the places.
         *
         * @param text the word as it stands in the text; several places with … between them
         * @param spans its places
         */
        public Unit {
            spans = List.copyOf(spans);
        }
    }

    /**
     * What two units add together.
     *
     * @param first the one that stands first in the text
     * @param second the other
     * @param score their interaction, in the unit of the model's scores
     * @param uncertainty half width of its error bar
     */
    public record Interaction(Unit first, Unit second, double score, double uncertainty) {}

    /**
     * Copies the numbers and checks their shape.
     *
     * @param text the text exactly as it was explained
     * @param units the words, or what was taken in their place [M]
     * @param scores by unit and unit [M][M]
     * @param uncertainties half width of the error bar of each score [M][M]
     * @param target the explained number
     * @param prediction what the model says of the text
     * @param inputScore F(x): the explained number at the input
     * @param baselineScore F(x'): the same without any unit
     * @param convergence how the numbers were reached
     * @param method the method that computed them
     * @param model the model that they explain
     * @throws IllegalArgumentException if there is not one number for each pair of units
     */
    public InteractionMatrix {
        units = List.copyOf(units);
        scores = square(scores, units.size());
        uncertainties = square(uncertainties, units.size());
    }

    private static List<List<Double>> square(List<List<Double>> rows, int size) {
        if (rows.size() != size || rows.stream().anyMatch(row -> row.size() != size)) {
            throw new IllegalArgumentException("The matrix of " + size + " units needs as many rows and columns.");
        }
        return rows.stream().map(List::copyOf).toList();
    }

    /**
     * Returns the interaction of two words.
     *
     * @param one as it stands in the text
     * @param other the same of another word
     * @return the pair
     * @throws IllegalArgumentException if one of them is not in the text, or stands there more than once, or both are one
     */
    public Interaction between(String one, String other) {
        return between(index(one), index(other));
    }

    /**
     * Returns the interaction of two units by number.
     *
     * @param one from 0, in the order of {@link #units()}
     * @param other the same of another unit
     * @return the pair
     * @throws IllegalArgumentException if there are no two such units
     */
    public Interaction between(int one, int other) {
        if (one == other || Math.min(one, other) < 0 || Math.max(one, other) >= units.size()) {
            throw new IllegalArgumentException("Two different units interact, but " + one + " and " + other
                    + " of " + units.size() + " were asked for. Units: " + named()
                    + ". What a unit adds alone is its main effect.");
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        return new Interaction(
                units.get(first),
                units.get(second),
                scores.get(first).get(second),
                uncertainties.get(first).get(second));
    }

    /**
     * Returns the score of the interaction of two words.
     *
     * @param one as it stands in the text
     * @param other the same of another word
     * @return positive where both support the target more together than apart
     * @throws IllegalArgumentException as {@link #between(String, String)}
     */
    public double score(String one, String other) {
        return between(one, other).score();
    }

    /**
     * Returns what a word adds alone.
     *
     * @param word as it stands in the text
     * @return its number on the diagonal
     * @throws IllegalArgumentException if it is not in the text, or stands there more than once
     */
    public double mainEffect(String word) {
        int index = index(word);
        return scores.get(index).get(index);
    }

    /**
     * Returns all pairs by the magnitude of their interaction, the strongest first.
     *
     * @return M (M − 1) / 2 pairs
     */
    public List<Interaction> strongest() {
        List<Interaction> pairs = new ArrayList<>();
        for (int second = 1; second < units.size(); second++) {
            for (int first = 0; first < second; first++) {
                pairs.add(between(first, second));
            }
        }
        pairs.sort(Comparator.comparingDouble((Interaction pair) -> -Math.abs(pair.score())));
        return List.copyOf(pairs);
    }

    /**
     * Returns the numbers as reports draw them.
     *
     * @return word × word, main effects on the diagonal
     */
    public ScoreMatrix matrix() {
        List<String> words = units.stream().map(Unit::text).toList();
        return new ScoreMatrix(
                "Interactions toward " + target.label() + " (" + method.name() + ")",
                "word",
                "word",
                words,
                words,
                scores);
    }

    /**
     * Returns what completeness lacks: main effects and interactions, each pair once, less F(x) − F(x').
     *
     * @return the gap, in the unit of the scores
     */
    public double delta() {
        double sum = 0;
        for (int i = 0; i < units.size(); i++) {
            for (int j = 0; j <= i; j++) {
                sum += scores.get(i).get(j);
            }
        }
        return sum - (inputScore - baselineScore);
    }

    private int index(String word) {
        int[] found = IntStream.range(0, units.size())
                .filter(i -> units.get(i).text().equals(word))
                .toArray();
        if (found.length == 1) {
            return found[0];
        }
        String fault = found.length == 0
                ? "is no unit of the text. Name one as it is spelled there"
                : "stands in the text " + found.length + " times. Name it by its number in between(i, j)";
        throw new IllegalArgumentException(
                "\"" + word + "\" " + fault + "; units of \"" + text + "\": " + named() + ".");
    }

    private String named() {
        return String.join(
                ", ",
                IntStream.range(0, units.size())
                        .mapToObj(i -> i + " \"" + units.get(i).text() + "\"")
                        .toList());
    }
}
