package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.CheckResult;
import io.github.junitattrib.SentimentModel;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks are judged again from the log, without the test method that made them. */
class LoggedCheckTest {

    @TempDir
    private Path directory;

    @Test
    void aCheckOnTheModelUnderTestIsJudgedAgainOnAnotherHoweverItWasAsked() {
        assertThat(Run.errors(new Run(directory).execute(UnderTestCases.class))).isEmpty();
    }

    @Test
    void aCheckOnAnotherModelKeepsThatModel() {
        assertThat(Run.errors(new Run(directory).execute(VariantTestCases.class)))
                .isEmpty();
    }

    @AttributionTest(model = Run.FAKE)
    static class UnderTestCases {

        @Test
        void byAStaticCall() {
            judgedAgain(ig("great").attribution());
        }

        @Test
        void byARunner(@WithIntegratedGradients AttributionRunner runner) {
            judgedAgain(runner.explain("great").attribution());
        }

        @Test
        void byTheModel(@UnderTest TextClassifier model) {
            judgedAgain(ig("great").on(model));
        }

        @Test
        void byARequestOfTheModel(@UnderTest TextClassifier model) {
            AttributionRequest request = AttributionRequest.of(model, "great", Attributions.integratedGradients());
            judgedAgain(request, request.attribution());
        }

        private static void judgedAgain(Attribution attribution) {
            AttributionRequest request = AttributionLog.current()
                    .orElseThrow()
                    .requestOf(attribution)
                    .orElseThrow();
            judgedAgain(request, attribution);
        }

        private static void judgedAgain(AttributionRequest request, Attribution attribution) {
            assertThat(request.model().facts().name()).isEqualTo(Run.FAKE);
            LoggedCheck logged = logged(request, attribution);
            ModelSlot tested = tested();
            assertThat(tested.isAskedBy(request)).isTrue();
            assertThat(logged.result().message()).isEqualTo(Run.FAKE);
            assertThat(LoggedCheckTest.judgedAgain(logged, SentimentModel.get(), tested)
                            .message())
                    .isEqualTo(SentimentModel.get().facts().name());
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class VariantTestCases {

        @Test
        void byARunner(@Variant(Run.OTHER) AttributionRunner runner) {
            judgedAsBefore(runner.explain("great").attribution());
        }

        @Test
        void byTheModel(@Variant(Run.OTHER) TextClassifier model) {
            judgedAsBefore(ig("great").on(model));
        }

        private static void judgedAsBefore(Attribution attribution) {
            AttributionRequest request = AttributionLog.current()
                    .orElseThrow()
                    .requestOf(attribution)
                    .orElseThrow();
            assertThat(request.model().facts().name()).isEqualTo(Run.OTHER);
            LoggedCheck logged = logged(request, attribution);
            assertThat(tested().isAskedBy(request)).isFalse();
            assertThat(LoggedCheckTest.judgedAgain(logged, SentimentModel.get(), tested())
                            .message())
                    .isEqualTo(Run.OTHER);
        }
    }

    /** A check that says which model it was judged on, by both ways of asking. */
    private static LoggedCheck logged(AttributionRequest request, Attribution attribution) {
        Check check = new Check(
                "isOf", List.of(), Check.About.MODEL, List.of(request), models -> nameOfModel(models, request));
        AttributionLog log = AttributionLog.current().orElseThrow();
        log.record(attribution, check, nameOfModel(Substitution.none(), request));
        List<LoggedCheck> all = log.logged();
        return all.get(all.size() - 1);
    }

    /** Judges a check with another model in place of the one under test. */
    private static CheckResult judgedAgain(LoggedCheck logged, TextClassifier replacement, ModelSlot tested) {
        return logged.check().function().apply(new Substitution() {
            @Override
            public Attribution attribution(AttributionRequest request) {
                return tested.isAskedBy(request) ? Attributor.compute(request, replacement) : request.attribution();
            }

            @Override
            public TextClassifier model(AttributionRequest request) {
                return tested.isAskedBy(request) ? replacement : request.model();
            }
        });
    }

    private static CheckResult nameOfModel(Substitution models, AttributionRequest request) {
        String name = models.attribution(request).model().name();
        assertThat(models.model(request).facts().name()).isEqualTo(name);
        return new CheckResult(Verdict.PASS, name, List.of());
    }

    private static ModelSlot tested() {
        return TestScope.current().orElseThrow().models().underTest();
    }
}
