package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Convergence;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Span;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The method of docs/methods.md, as it stands there. */
class OwnMethodExampleTest {

    record LeaveWordOut(String inItsPlace) implements AttributionMethod {

        @Override
        public MethodFacts facts() {
            return new MethodFacts("LeaveWordOut", Map.of("in its place", inItsPlace));
        }

        @Override
        public Attribution attribute(TextClassifier model, Question question) {
            String text = question.text();
            Prediction prediction = model.predict(text);
            TargetScore target = question.target().resolve(prediction, model.facts());
            double score = value(target, prediction);
            double rounding = 1e-6 * Math.max(1, Math.abs(score));
            List<TokenScore> words = new ArrayList<>();
            for (Span word : model.words(text)) {
                String without = text.substring(0, word.start()) + inItsPlace + text.substring(word.end());
                double fall = score - value(target, model.predict(without));
                OptionalInt place = OptionalInt.of(words.size());
                words.add(new TokenScore(word.of(text), Optional.of(word), place, false, fall, rounding));
            }
            // No number to sum up to: the baseline's score is NaN. Nothing was approximated: it has converged.
            Convergence exact = new Convergence(true, words.size() + 1, Double.NaN, "", List.of());
            return new Attribution(text, words, target, prediction, score, Double.NaN, exact, facts(), model.facts());
        }

        private static double value(TargetScore target, Prediction prediction) {
            return target.value(
                    prediction.scores().stream().mapToDouble(score -> score).toArray());
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsItsPromises() {
        return ConformanceKit.of(new LeaveWordOut("0"))
                .claims(Axiom.SENSITIVITY, Axiom.DUMMY, Axiom.LINEARITY, Axiom.SYMMETRY)
                .claims(Axiom.IMPLEMENTATION_INVARIANCE, Axiom.BATCH_EQUALS_SINGLE)
                .claims(Axiom.SEED_DETERMINISM, Axiom.THREAD_DETERMINISM)
                .denies(Axiom.COMPLETENESS)
                .tests();
    }

    @Test
    void itExplainsATextOfTheEmbeddedModel() {
        Attribution attribution = AttributionRequest.of(
                        SentimentModel.get(), "They said it was great", new LeaveWordOut("[MASK]"))
                .attribution();

        assertThat(attribution.tokens().stream()
                        .max(Comparator.comparingDouble(TokenScore::score))
                        .map(TokenScore::text))
                .contains("great");
    }

    @Test
    void theDocumentShowsThisCode() throws IOException {
        String code = withoutSpaces(
                Files.readString(Path.of("src/test/java/io/github/junitattrib/conformance/OwnMethodExampleTest.java")));
        List<String> examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/methods.md")).replaceFirst("(?s).*## Your own method", ""))
                .results()
                .map((MatchResult example) -> example.group(1))
                .toList();

        assertThat(examples).hasSize(2).allSatisfy(example -> assertThat(code).contains(withoutSpaces(example)));
    }

    private static String withoutSpaces(String code) {
        return code.replaceAll("\\s+", "");
    }
}
