package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which attributions of a test are of one text, or of one text and its changed copies, and share a scale. */
final class AttributionGroups {

    /** Least share of words that a changed copy has in common with its original. */
    private static final double SIMILAR = 0.6;

    private final List<Attribution> attributions;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final Map<Integer, HeatScale> scales = new HashMap<>();

    /** Groups those with the given numbers. */
    AttributionGroups(List<Attribution> attributions, List<Integer> shown) {
        this.attributions = attributions;
        List<Map<String, Integer>> bags = new ArrayList<>();
        for (int number : shown) {
            Map<String, Integer> bag = bag(attributions.get(number));
            int group = 0;
            while (group < groups.size() && !similar(bags.get(group), bag)) {
                group++;
            }
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
                bags.add(bag);
            }
            groups.get(group).add(number);
        }
        groups.forEach(this::scale);
    }

    private void scale(List<Integer> group) {
        Map<String, HeatScale> byUnit = new HashMap<>();
        for (int number : group) {
            Attribution attribution = attributions.get(number);
            double max = ScoreFormat.maxMagnitude(attribution.words().stream().mapToDouble(WordScore::score));
            byUnit.merge(unit(attribution), new HeatScale(max), HeatScale::union);
        }
        group.forEach(number -> scales.put(number, scale(byUnit, unit(attributions.get(number)))));
    }

    /** Returns the groups of numbers, in the order of the test. */
    List<List<Integer>> groups() {
        return groups;
    }

    /** Returns the one scale of all attributions of a group that have the same unit. */
    HeatScale scale(int number) {
        return scale(scales, number);
    }

    private static <K> HeatScale scale(Map<K, HeatScale> scales, K shown) {
        HeatScale scale = scales.get(shown);
        if (scale == null) {
            throw new IllegalArgumentException("Attribution " + shown + " is not among those shown.");
        }
        return scale;
    }

    /** Whether scores of both can be subtracted. */
    boolean comparable(int one, int other) {
        return unit(attributions.get(one)).equals(unit(attributions.get(other)));
    }

    /** Returns the others of its group with the same scale. */
    List<Integer> sharing(int number) {
        return groups.stream()
                .filter(group -> group.contains(number))
                .flatMap(List::stream)
                .filter(other -> other != number && comparable(number, other))
                .toList();
    }

    /** Shares of F(x) − F(x') are in the unit of F, whatever method found them; other scores are the method's own. */
    private static String unit(Attribution attribution) {
        String target = attribution.target() instanceof TargetScore.Difference
                ? TargetScore.OfClass.class.getSimpleName()
                : attribution.target().getClass().getSimpleName();
        return attribution.prediction().kind() + " " + target + " "
                + (attribution.claimsCompleteness()
                        ? "shares"
                        : attribution.method().name());
    }

    private static Map<String, Integer> bag(Attribution attribution) {
        Map<String, Integer> bag = new HashMap<>();
        attribution.words().forEach(word -> bag.merge(word.text(), 1, Integer::sum));
        return bag;
    }

    private static boolean similar(Map<String, Integer> one, Map<String, Integer> other) {
        int common = one.entrySet().stream()
                .mapToInt(word -> Math.min(word.getValue(), other.getOrDefault(word.getKey(), 0)))
                .sum();
        return common >= SIMILAR * Math.max(size(one), size(other));
    }

    private static int size(Map<String, Integer> bag) {
        return bag.values().stream().mapToInt(Integer::intValue).sum();
    }
}
