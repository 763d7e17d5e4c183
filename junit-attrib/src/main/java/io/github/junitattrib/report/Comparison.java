package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts several attributions of one text, or of a text and its changed copies, side by side on one scale. */
final class Comparison {

    /** Attributions beside the reference that a table has room for. */
    private static final int BESIDE = 3;

    private final List<Attribution> attributions;
    private final List<Integer> numbers;
    private final AttributionGroups groups;
    private final PageLimits limits;
    private final List<ComparedWords> compared;
    private final List<WordScore> reference;

    /**
     * Prepares the comparison.
     *
     * @param attributions of the test
     * @param numbers those to compare, the reference first; at least two
     * @param groups their scales
     */
    Comparison(List<Attribution> attributions, List<Integer> numbers, AttributionGroups groups, PageLimits limits) {
        this.attributions = attributions;
        this.numbers = numbers;
        this.groups = groups;
        this.limits = limits;
        reference = attributions.get(numbers.get(0)).words();
        compared = numbers.stream()
                .map(number -> ComparedWords.of(attributions.get(number), reference))
                .toList();
    }

    ComparisonView view() {
        List<String> titles =
                ColumnTitles.of(numbers.stream().map(attributions::get).toList());
        List<Set<Span>> changed = changed();
        List<ComparisonView.Column> columns = new ArrayList<>();
        for (int k = 0; k < numbers.size(); k++) {
            int number = numbers.get(k);
            Attribution attribution = attributions.get(number);
            Set<Span> framed = changed.get(k);
            columns.add(new ComparisonView.Column(
                    number + 1,
                    limits.line(titles.get(k)),
                    limits.line(PredictionWords.of(attribution.prediction())),
                    Heatmap.fragments(attribution, groups.scale(number), Marks.NONE, framed::contains, limits)));
        }
        List<Row> rows = rows();
        List<Row> shown = PageLimits.first(rows, limits.rows(), Comparator.comparingDouble(row -> -weight(row)));
        return new ComparisonView(
                columns,
                changed.stream().anyMatch(framed -> !framed.isEmpty()),
                legends(),
                tables(columns, shown),
                PageLimits.leftOut(rows.size() - shown.size(), "word", "words"));
    }

    /** A word of the reference, or one that another attribution alone has: its place in each, or −1. */
    @SuppressWarnings("ArrayRecordComponent") // a passing result, never compared
    private record Row(int rank, int[] places) {}

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int word = 0; word < reference.size(); word++) {
            int ofReference = word;
            rows.add(new Row(
                    compared.get(0).ranks()[word],
                    compared.stream()
                            .mapToInt(one -> one.place(ofReference).orElse(-1))
                            .toArray()));
        }
        rows.sort(Comparator.comparingInt(Row::rank));
        for (int k = 1; k < compared.size(); k++) {
            for (int place : compared.get(k).added()) {
                int[] places =
                        IntStream.range(0, compared.size()).map(unused -> -1).toArray();
                places[k] = place;
                rows.add(new Row(Integer.MAX_VALUE, places));
            }
        }
        return rows;
    }

    /** The largest share of a scale that the word has anywhere. */
    private double weight(Row row) {
        return IntStream.range(0, numbers.size())
                .filter(k -> row.places[k] >= 0)
                .mapToDouble(k -> ScoreFormat.magnitude(word(row, k).score())
                        / Math.max(
                                Double.MIN_NORMAL, groups.scale(numbers.get(k)).max()))
                .max()
                .orElse(0);
    }

    private WordScore word(Row row, int k) {
        return compared.get(k).words().get(row.places[k]);
    }

    private List<ComparisonView.Table> tables(List<ComparisonView.Column> columns, List<Row> rows) {
        List<ComparisonView.Table> tables = new ArrayList<>();
        for (int from = 1; from < numbers.size(); from += BESIDE) {
            List<Integer> of = new ArrayList<>(List.of(0));
            IntStream.range(from, Math.min(numbers.size(), from + BESIDE)).forEach(of::add);
            tables.add(new ComparisonView.Table(
                    of.stream().map(columns::get).toList(),
                    rows.stream()
                            .filter(row -> of.stream().anyMatch(k -> row.places[k] >= 0))
                            .map(row -> new ComparisonView.Row(
                                    name(row),
                                    of.stream().map(k -> cell(row, k)).toList()))
                            .toList()));
        }
        return List.copyOf(tables);
    }

    private String name(Row row) {
        int k = IntStream.range(0, row.places.length)
                .filter(place -> row.places[place] >= 0)
                .findFirst()
                .orElseThrow();
        return limits.line(word(row, k).text());
    }

    private ComparisonView.Cell cell(Row row, int k) {
        if (row.places[k] < 0) {
            return ComparisonView.Cell.MISSING;
        }
        HeatScale scale = groups.scale(numbers.get(k));
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        WordScore word = word(row, k);
        int rank = compared.get(k).ranks()[row.places[k]];
        Optional<WordScore> other = row.places[0] < 0 ? Optional.empty() : Optional.of(word(row, 0));
        return new ComparisonView.Cell(
                scale.css(word.score()),
                format.signed(word.score()),
                format.plain(word.uncertainty()),
                String.valueOf(rank),
                other.isPresent() ? row.rank - rank : 0,
                groups.comparable(numbers.get(0), numbers.get(k))
                        && other.filter(first -> differ(first, word)).isPresent(),
                other.filter(first -> !first.text().equals(word.text()))
                        .map(first -> limits.line(word.text()))
                        .orElse(""));
    }

    private static boolean differ(WordScore one, WordScore other) {
        return Math.abs(one.score() - other.score()) > one.uncertainty() + other.uncertainty();
    }

    /** The words of each that are another, or missing, in the reference or in those that it is compared with. */
    private List<Set<Span>> changed() {
        List<Set<Span>> changed = new ArrayList<>();
        compared.forEach(unused -> changed.add(new HashSet<>()));
        for (int k = 1; k < compared.size(); k++) {
            ComparedWords other = compared.get(k);
            for (int word = 0; word < reference.size(); word++) {
                WordScore first = reference.get(word);
                Optional<WordScore> second = other.place(word).map(other.words()::get);
                if (second.filter(there -> there.text().equals(first.text())).isEmpty()) {
                    changed.get(0).add(first.span());
                    Set<Span> ofOther = changed.get(k);
                    second.ifPresent(there -> ofOther.add(there.span()));
                }
            }
            for (int place : other.added()) {
                changed.get(k).add(other.words().get(place).span());
            }
        }
        return changed;
    }

    private List<ComparisonView.Legend> legends() {
        Map<HeatScale, List<Integer>> byScale = new LinkedHashMap<>();
        numbers.forEach(number -> byScale.computeIfAbsent(groups.scale(number), unused -> new ArrayList<>())
                .add(number + 1));
        return byScale.entrySet().stream()
                .map(scale -> new ComparisonView.Legend(
                        byScale.size() == 1
                                ? ""
                                : "Scale of "
                                        + scale.getValue().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                        scale.getKey().steps()))
                .toList();
    }
}
