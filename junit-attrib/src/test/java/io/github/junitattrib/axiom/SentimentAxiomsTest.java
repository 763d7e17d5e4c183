package io.github.junitattrib.axiom;

import static io.github.junitattrib.axiom.InvarianceResult.Step.FUNCTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.fixtures.SentimentVariants;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.InputTimesGradient;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.model.DeviceChoice;
import io.github.junitattrib.model.ModelCache;
import io.github.junitattrib.model.ModelLocation;
import io.github.junitattrib.model.ModelRepository;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The axioms on the embedded model and its variants. */
class SentimentAxiomsTest {

    private static final IntegratedGradients IG = new IntegratedGradients();
    private static final String FILM = "A stellar, moving film";

    private static TextClassifier traced;
    private static TextClassifier float32;
    private static TextClassifier reparameterized;
    private static TextClassifier retrained;

    @BeforeAll
    static void load(@TempDir Path parent) {
        traced = load(Fixtures.SENTIMENT_TRACED);
        float32 = load(SentimentVariants.float32(parent).toString());
        reparameterized = load(SentimentVariants.reparameterized(parent).toString());
        retrained = load(SentimentVariants.retrained(parent).toString());
    }

    private static TextClassifier load(String location) {
        return new ModelRepository(new ModelLocation(name -> Optional.empty(), ModelCache.inUserHome()))
                .load(location, new DeviceChoice("cpu"));
    }

    @AfterAll
    static void close() {
        Stream.of(traced, float32, reparameterized, retrained).forEach(TextClassifier::close);
    }

    private static InvarianceResult compare(TextClassifier other, AttributionMethod method, String text) {
        return new ImplementationInvariance().measure(SentimentModel.get(), other, method, Question.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {FILM, "They were wrong to say that it would be great", "It was not good"})
    void exportsAndBuildsOfOneNetworkAreInvariant(String text) {
        for (TextClassifier other : new TextClassifier[] {traced, float32, reparameterized}) {
            InvarianceResult result = compare(other, IG, text);

            assertThat(result.verdict()).as(result.second()).isEqualTo(Verdict.PASS);
            FunctionAgreement functions = result.functions().orElseThrow();
            // A tenth of what is allowed.
            assertThat(functions.largest()).as(result.second()).isLessThan(functions.tolerance() / 10);
        }
    }

    @Test
    void aModelThatWasTrainedAgainIsNoVariant() {
        InvarianceResult result = compare(retrained, IG, FILM);

        assertThat(result.broken()).contains(FUNCTIONS);
        assertThat(result.functions().orElseThrow().at().onPath()).isTrue();
    }

    @Test
    void aShiftOfAThousandthIsSeen() {
        InvarianceResult result = compare(new Changed(SentimentModel.get(), "shifted", 1e-3, 1), IG, FILM);

        assertThat(result.broken()).contains(FUNCTIONS);
        assertThat(result.functions().orElseThrow().largest()).isCloseTo(1e-3, within(1e-6));
    }

    @Test
    void predictionsAloneAreComparedWithoutWords() {
        AttributionMethod deleting = new Occlusion().with(Removal.DELETE);
        TextClassifier same = Predicting.of(float32, "float32 service");
        TextClassifier other = Predicting.of(retrained, "retrained service");

        assertThat(compare(same, deleting, FILM).verdict()).isEqualTo(Verdict.PASS);
        InvarianceResult result = compare(other, deleting, FILM);
        assertThat(result.broken()).contains(FUNCTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {FILM, "They were wrong to say that it would be great"})
    void integratedGradientsAreSensitive(String text) {
        SensitivityResult result = new Sensitivity().measure(SentimentModel.get(), IG, Question.of(text));

        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.changes()).hasSizeGreaterThan(2);
        for (WordChange word : result.changes()) {
            // Nothing else differs from the baseline, so the word has all of the change.
            assertThat(word.score()).isCloseTo(word.change(), within(Math.max(1e-3, 0.011 * Math.abs(word.change()))));
        }
    }

    @Test
    void inputTimesGradientGivesEveryWordThatMattersSomething() {
        assertThat(new Sensitivity()
                        .measure(SentimentModel.get(), new InputTimesGradient(), Question.of(FILM))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void integratedGradientsAreComplete() {
        assertThat(Completeness.measure(SentimentModel.get(), IG, Question.of(FILM))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }
}
