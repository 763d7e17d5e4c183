package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Names attributions by what tells them apart: model, method, option, target or text. */
final class ColumnTitles {

    private ColumnTitles() {}

    static List<String> of(List<Attribution> attributions) {
        List<Function<Attribution, String>> parts = new ArrayList<>();
        addIfTheyDiffer(parts, attributions, one -> one.model().name());
        addIfTheyDiffer(parts, attributions, one -> one.method().name());
        addIfTheyDiffer(parts, attributions, one -> "toward " + one.label());
        Set<String> options = new LinkedHashSet<>();
        attributions.forEach(one -> options.addAll(one.method().parameters().keySet()));
        boolean oneMethod =
                attributions.stream().map(one -> one.method().name()).distinct().count() == 1;
        for (String option : oneMethod ? options : Set.<String>of()) {
            addIfTheyDiffer(
                    parts,
                    attributions,
                    one -> option + " " + one.method().parameters().getOrDefault(option, "none"));
        }
        Map<String, Integer> texts = new HashMap<>();
        attributions.forEach(one -> texts.putIfAbsent(one.text(), texts.size()));
        if (texts.size() > 1) {
            parts.add(one -> text(texts.getOrDefault(one.text(), 0), texts.size()));
        }
        List<String> titles = new ArrayList<>();
        for (Attribution attribution : attributions) {
            titles.add(String.join(
                    ", ", parts.stream().map(part -> part.apply(attribution)).toList()));
        }
        return parts.isEmpty()
                ? attributions.stream()
                        .map(one -> one.method().name() + " toward " + one.label())
                        .toList()
                : titles;
    }

    private static String text(int number, int all) {
        return number == 0 ? "first text" : all == 2 ? "other text" : "text " + (number + 1);
    }

    private static void addIfTheyDiffer(
            List<Function<Attribution, String>> parts,
            List<Attribution> attributions,
            Function<Attribution, String> part) {
        if (attributions.stream().map(part).distinct().count() > 1) {
            parts.add(part);
        }
    }
}
