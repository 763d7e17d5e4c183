package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.ModelFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.corpus.CorpusCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Comparisons of attributions with stated scores and bars, toward A, which both models predict. */
final class Stated {

    private static final Prediction A = Prediction.ofLogits(List.of("A", "B"), new double[] {1, -1});

    private Stated() {}

    /** Scores and bars in turns, a pair for each word. */
    static Attribution scored(String text, double... scoresAndBars) {
        return scored(text, true, scoresAndBars);
    }

    static Attribution notConverged(String text, double... scoresAndBars) {
        return scored(text, false, scoresAndBars);
    }

    /** Whose bars are standard errors. */
    static Attribution sampled(String text, double... scoresAndBars) {
        Attribution exact = scored(text, scoresAndBars);
        return new Attribution(
                exact.text(),
                exact.tokens(),
                exact.target(),
                exact.prediction(),
                exact.inputScore(),
                exact.baselineScore(),
                exact.convergence(),
                new MethodFacts("Sampled", Map.of("seed", "1")),
                exact.model());
    }

    private static Attribution scored(String text, boolean converged, double... scoresAndBars) {
        List<TokenScore> tokens = new ArrayList<>();
        int start = 0;
        double sum = 0;
        for (String word : text.split(" ", -1)) {
            int index = tokens.size();
            sum += scoresAndBars[2 * index];
            tokens.add(new TokenScore(
                    word,
                    Optional.of(new Span(start, start + word.length())),
                    OptionalInt.of(index),
                    false,
                    scoresAndBars[2 * index],
                    scoresAndBars[2 * index + 1]));
            start += word.length() + 1;
        }
        return new Attribution(
                text,
                tokens,
                new TargetScore.OfClass(0, "A"),
                A,
                sum,
                0,
                new Convergence(converged, 33, 0.01, converged ? "" : "Raise it.", List.of()),
                new MethodFacts("Stated", Map.of()),
                new ModelFacts("model", "cpu", "float64"));
    }

    /** With a person's label, and the words that she marked. */
    static CorpusCase labeled(Attribution of, String label, String... rationale) {
        List<Span> spans = new ArrayList<>();
        for (String word : rationale) {
            int start = of.text().indexOf(word);
            spans.add(new Span(start, start + word.length()));
        }
        return new CorpusCase(of.text(), Optional.of(label), spans, List.of(), Optional.empty(), Optional.empty());
    }

    static ComparedCase compared(Attribution released, Attribution candidate) {
        return ComparedCase.of(CorpusCase.of(released.text()), released, candidate);
    }

    static ComparisonResult result(List<ComparedCase> cases) {
        ComparisonResult result = new ComparisonResult(new ComparedModels(
                new ModelFacts("released", "cpu", "float64"),
                new ModelFacts("candidate", "cpu", "float64"),
                "stated",
                "stated",
                true,
                "Stated"));
        cases.forEach(result::add);
        return result;
    }
}
