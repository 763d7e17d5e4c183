package io.github.junitattrib.assertj;

import io.github.junitattrib.Span;
import io.github.junitattrib.conformance.ClosedForm;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ModelComparison;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;

/** A released model of two words, of which the first alone is its reason, beside candidates that go wrong in one way. */
final class Comparisons {

    private static final List<String> TEXTS = List.of("2 1", "3 1", "4 1", "5 1", "6 1");

    private Comparisons() {}

    /** Predicts A with a times the first word and b times the second, and B with the opposite. */
    static ClosedForm linear(String name, double a, double b) {
        return ClosedForm.of(name, 2, List.of("A", "B"), x -> new Gradient[] {
            x[0].multiply(a).add(x[1].multiply(b)), x[0].multiply(-a).subtract(x[1].multiply(b))
        });
    }

    static Corpus corpus(String label) {
        return Corpus.of(CorpusCase.labeled(TEXTS, label));
    }

    static ModelComparison withOtherReasons() {
        return ModelComparison.between(linear("first", 1, 0), linear("second", 0, 1), corpus("A"));
    }

    static ModelComparison predictingOtherwise() {
        return ModelComparison.between(linear("first", 1, 0), linear("opposite", -1, 0), corpus("A"));
    }

    /** People mark the first word, and the second leads the candidate. */
    static ModelComparison ledByAnUnmarkedWord() {
        return ModelComparison.between(linear("first", 1, 0), linear("second", 0, 1), marked());
    }

    static ModelComparison keepingToTheMarkedWord() {
        return ModelComparison.between(linear("first", 1, 0), linear("same", 1, 0), marked());
    }

    private static Corpus marked() {
        Stream<CorpusCase> marked = TEXTS.stream()
                .map(text -> new CorpusCase(
                        text,
                        Optional.of("A"),
                        List.of(new Span(0, 1)),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
        return Corpus.of(marked.toList());
    }
}
