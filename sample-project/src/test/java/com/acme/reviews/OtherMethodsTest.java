package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.explain;

import io.github.junitattrib.Target;
import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.DeepLift;
import io.github.junitattrib.method.ExpectedGradients;
import io.github.junitattrib.method.LayerwiseRelevance;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.method.ShapleySampling;
import io.github.junitattrib.method.ShapleyValues;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same question to several methods: where they agree, the reason is the model's and not the method's. */
@AttributionTest(model = Fixtures.SENTIMENT)
class OtherMethodsTest {

    static Stream<AttributionMethod> methods() {
        return Stream.of(
                new Occlusion(),
                new ShapleySampling(),
                new ExpectedGradients(),
                new DeepLift(),
                LayerwiseRelevance.cpLrp());
    }

    @ParameterizedTest
    @MethodSource("methods")
    void agreeOnTheOpinion(AttributionMethod method) {
        assertThat(explain("They said it was great").by(method).toward("POSITIVE"))
                .ranks("great")
                .above("said");
    }

    @Test
    void shareOutAContrastCompletely() {
        assertThat(explain("A dull film").by(new ShapleyValues()).toward(Target.contrast("NEGATIVE", "POSITIVE")))
                .hasTopToken("dull")
                .isComplete();
    }
}
