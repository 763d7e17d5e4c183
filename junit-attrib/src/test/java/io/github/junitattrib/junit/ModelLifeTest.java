package io.github.junitattrib.junit;

import static io.github.junitattrib.junit.Attributions.ig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.model.TextClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherFactory;

/** A model is loaded once per JVM and closed once, at the end of the session. */
class ModelLifeTest {

    @TempDir
    private Path directory;

    @Test
    void modelIsLoadedOnceForAllLaunchesOfASessionAndClosedAtItsEnd() {
        var run = new Run(directory).with("attrib.report", "all");
        var counts = run.counts(Run.FAKE);
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(run.request(OneTestCases.class));
            session.getLauncher().execute(run.request(TwoTestCases.class, OneTestCases.class));
            assertThat(counts.loads()).hasValue(1);
            assertThat(counts.closes()).hasValue(0);
            assertThat(run.reports().resolve("index.html")).doesNotExist();
        }
        assertThat(counts.loads()).hasValue(1);
        assertThat(counts.closes()).hasValue(1);
        assertThat(run.json("summary.json").at("/tests")).hasSize(3);
        assertThat(run.json("summary.json").at("/tests").findValuesAsText("status"))
                .containsOnly("passed");
    }

    @AttributionTest(model = Run.FAKE)
    static class OneTestCases {
        @Test
        void one() {
            assertThat(ig("great").attribution().model().name()).isEqualTo(Run.FAKE);
        }

        @Nested
        class Inner {
            @Test
            void inner(@UnderTest TextClassifier model) {
                assertThat(model.predict("great").label()).isEqualTo("POSITIVE");
            }
        }
    }

    @AttributionTest(model = Run.FAKE)
    static class TwoTestCases {
        @Test
        void two() {
            assertThat(ig("said").attribution().model().name()).isEqualTo(Run.FAKE);
        }
    }

    @Test
    void resultsSayWhereTheModelOfAnAliasWasLoadedFrom() {
        var run = new Run(directory).with("attrib.report", "all");
        var results = run.execute(LocatedTestCases.class);
        assertThat(Run.errors(results)).isEmpty();
        var reported = run.sidecar(LocatedTestCases.class, "asks").at("/attributions");
        assertThat(reported.findValuesAsText("model")).containsExactly(Run.FAKE, Run.OTHER);
        assertThat(reported.findValuesAsText("model_location"))
                .containsExactly(
                        run.directoryOf(Run.FAKE).toString(),
                        run.directoryOf(Run.OTHER).toString());
    }

    @AttributionTest(model = Run.FAKE)
    static class LocatedTestCases {
        @AttributionModel("made")
        static String made() {
            return Run.FAKE;
        }

        @Test
        void asks(@UnderTest TextClassifier model, @Variant(Run.OTHER) TextClassifier other) {
            assertThat(ig("great").attribution().model()).isEqualTo(model.facts());
            assertThat(ig("great").on(other).model()).isEqualTo(other.facts());
        }

        @Test
        void ofAFactory(@Variant("made") TextClassifier made) {
            assertThat(made.facts().location()).isPresent();
        }
    }

    @Test
    void aliasThatLeadsElsewhereInAnotherLaunchOfTheSessionIsAnotherModel() {
        var before = new Run(directory);
        var after = new Run(directory.resolve("candidate"));
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(before.request(TwoTestCases.class));
            session.getLauncher().execute(after.request(TwoTestCases.class));
        }
        assertThat(before.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(after.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(after.counts(Run.FAKE).closes()).hasValue(1);
    }

    @Test
    void locationWhosePropertyLeadsElsewhereInAnotherLaunchOfTheSessionIsAnotherModel() {
        var before =
                new Run(directory).with("release", directory.resolve("models").toString());
        var after = new Run(directory.resolve("candidate"))
                .with("release", directory.resolve("candidate/models").toString());
        try (var session = LauncherFactory.openSession()) {
            session.getLauncher().execute(before.request(PropertyTestCases.class));
            session.getLauncher().execute(after.request(PropertyTestCases.class));
            session.getLauncher().execute(after.request(PropertyTestCases.class));
        }
        assertThat(before.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(after.counts(Run.FAKE).loads()).hasValue(1);
    }

    @AttributionTest(model = "${release}/" + Run.FAKE)
    static class PropertyTestCases {
        @Test
        void test() {
            assertThat(ig("great").attribution().model().name()).isEqualTo(Run.FAKE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "crash"})
    void failedLoadIsRememberedAndSaysWhereItFailedFirst(String how) {
        var run = new Run(directory).model(Run.FAKE, how);
        var errors = Run.errors(run.execute(NeedModelTestCases.class));

        assertThat(run.counts(Run.FAKE).loads()).hasValue(1);
        assertThat(run.counts(Run.FAKE).closes()).hasValue(0);
        String message = how.equals("crash") ? "The fake loader crashed." : "The fake model is broken.";
        assertThat(errors).hasSize(3);
        assertThat(errors.get(0)).hasMessageContaining(message).hasMessageNotContaining("first failed");
        assertThat(errors.subList(1, 3))
                .allSatisfy(error -> assertThat(error)
                        .isInstanceOf(ModelLoadException.class)
                        .hasMessageContaining(message)
                        .hasMessageEndingWith(" (first failed in " + NeedModelTestCases.class.getName() + "#first)"));
    }

    @AttributionTest(model = Run.FAKE)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class NeedModelTestCases {
        @Test
        @Order(1)
        void first() {
            assertThat(ig("great").attribution()).isNull();
        }

        @Test
        @Order(2)
        void second() {
            assertThat(ig("said").attribution()).isNull();
        }

        @Test
        @Order(3)
        void third() {
            assertThat(ig("great").attribution()).isNull();
        }
    }

    @Test
    void modelThatNoTestAsksForIsNeverLoaded() {
        var run = new Run(directory);
        assertThat(Run.errors(run.execute(UnusedModelTestCases.class))).isEmpty();
        assertThat(run.counts(Run.FAKE).loads()).hasValue(0);
        assertThat(run.counts(Run.FAKE).closes()).hasValue(0);
    }

    @AttributionTest(model = Run.FAKE)
    static class UnusedModelTestCases {
        private static final List<AttributionRequest> LEAKED = new ArrayList<>();

        @Test
        void onlyAsks() {
            LEAKED.add(ig("great"));
            assertThat(LEAKED).isNotEmpty();
        }
    }

    @Test
    void requestThatOutlivesTheSessionSaysSoInsteadOfLoadingTheModelAgain() {
        var run = new Run(directory);
        UnusedModelTestCases.LEAKED.clear();
        assertThat(Run.errors(run.execute(UnusedModelTestCases.class, TwoTestCases.class)))
                .isEmpty();
        assertThat(UnusedModelTestCases.LEAKED)
                .singleElement()
                .satisfies(request -> assertThatThrownBy(request::attribution)
                        .isInstanceOf(ModelLoadException.class)
                        .hasMessageContaining("was closed at the end of the test session"));

        UnusedModelTestCases.LEAKED.clear();
        assertThat(Run.errors(run.execute(UnusedModelTestCases.class))).isEmpty();
        assertThatThrownBy(() -> UnusedModelTestCases.LEAKED.get(0).attribution())
                .as("also where the model was never needed before")
                .isInstanceOf(ModelLoadException.class)
                .hasMessageContaining("was closed at the end of the test session");
        assertThat(run.counts(Run.FAKE).loads()).hasValue(1);
    }
}
