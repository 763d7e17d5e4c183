package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.report.CorpusRecord;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import io.github.junitattrib.report.CorpusRecord.Slice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What reports say of the parts of a corpus, and how numbers lie in bins. */
class SlicesTest {

    @Test
    void counts_by_length_label_prediction_and_tag() {
        Slices slices = new Slices();
        slices.add(Kind.PASS, scored("a b c d e", 1, 1, 1, 1, 1), noted("POSITIVE", "negation", "short"));
        slices.add(Kind.FAIL, scored("a b c d e f", 1, 1, 1, 1, 1, 1), noted("POSITIVE", "negation"));
        slices.add(Kind.INCONCLUSIVE, scored("a ".repeat(81).strip(), new double[81]), Optional.empty());
        slices.add(Kind.NOT_APPLICABLE, scored("a", 1), noted("NEGATIVE"));

        CorpusRecord record = slices.record("", List.of(), List.of());

        String predicted = scored("a", 1).prediction().label();
        then(record.counts()).isEqualTo(new Counts(1, 1, 1, 1));
        then(record.slices())
                .containsExactly(
                        new Slice("number of words", "1 to 5", new Counts(1, 0, 0, 1)),
                        new Slice("number of words", "6 to 10", new Counts(0, 1, 0, 0)),
                        new Slice("number of words", "more than 80", new Counts(0, 0, 1, 0)),
                        new Slice("label", "NEGATIVE", new Counts(0, 0, 0, 1)),
                        new Slice("label", "POSITIVE", new Counts(1, 1, 0, 0)),
                        new Slice("predicted class", predicted, new Counts(1, 1, 1, 1)),
                        new Slice("tag", "negation", new Counts(1, 1, 0, 0)),
                        new Slice("tag", "short", new Counts(1, 0, 0, 0)));
    }

    @Test
    void puts_tags_without_end_together() {
        Slices slices = new Slices();
        for (int i = 0; i < 200; i++) {
            slices.add(Kind.PASS, scored("a", 1), noted("POSITIVE", "t" + i));
        }

        List<Slice> tags = slices.record("", List.of(), List.of()).slices().stream()
                .filter(slice -> slice.by().equals("tag"))
                .toList();

        then(tags).hasSize(51).contains(new Slice("tag", "(others)", new Counts(150, 0, 0, 0)));
    }

    @Test
    void the_limit_is_an_edge_of_the_bins() {
        double[] values = {0, 0.31, 0.33, 0.33, 0.5, 1, Double.NaN, Double.POSITIVE_INFINITY};
        List<Bin> bins = new Histogram(values, i -> values[i] < 0.33 ? Kind.PASS : Kind.FAIL, 0.33).bins();

        then(bins).extracting(Bin::high).contains(0.33);
        then(bins)
                .allSatisfy(bin ->
                        then(bin.counts().passed() * bin.counts().failed()).isZero());
        then(bins.stream().map(Bin::counts).reduce(Counts.NONE, Counts::plus)).isEqualTo(new Counts(2, 4, 0, 0));
        then(bins.get(0).low()).isLessThanOrEqualTo(0);
        then(bins.get(bins.size() - 1).high()).isGreaterThanOrEqualTo(1);
        then(bins).extracting(Bin::low).isSorted();
    }

    @Test
    void equal_or_no_numbers_need_one_bin_or_none() {
        then(new Histogram(new double[] {2, 2}, i -> Kind.PASS, 3).bins())
                .containsExactly(new Bin(2, 2, new Counts(2, 0, 0, 0)));
        then(new Histogram(new double[] {Double.NaN}, i -> Kind.PASS, 3).bins()).isEmpty();
    }

    private static Optional<CorpusCase> noted(String label, String... tags) {
        return Optional.of(
                new CorpusCase("a", Optional.of(label), List.of(), List.of(tags), Optional.empty(), Optional.empty()));
    }
}
