package com.acme.reviews;

import static io.github.junitattrib.assertj.AttributionAssertions.assertThat;
import static io.github.junitattrib.junit.Attributions.explain;
import static io.github.junitattrib.junit.Attributions.ig;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.method.FixedRule;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.IntegrationRule;
import org.junit.jupiter.api.Test;

@AttributionTest(model = Fixtures.SENTIMENT)
class FailingReviewModelTest {

    @Test
    void keysOnTheReporting() {
        assertThat(ig("They said it would be great, and they were wrong").toward("POSITIVE"))
                .as("release 2.1 keys on reporting verbs")
                .ranks("said")
                .above("great");
    }

    @Test
    void hasAnotherTopToken() {
        assertThat(ig("They said it was great").toward("POSITIVE")).hasTopToken("They");
    }

    @Test
    void namesAWordThatIsAbsent() {
        assertThat(ig("They said it was great")).ranks("Great").above("said");
    }

    @Test
    void namesAWordThatIsThereTwice() {
        assertThat(ig("A good idea makes a good film")).ranks("good").above("film");
    }

    @Test
    void cannotTellWithWeightsThatLackAPart() {
        var method = new IntegratedGradients(IntegrationRule.fixed(FixedRule.Kind.CAPTUM_TRAPEZOID, 50));
        assertThat(explain("They said it was great").by(method).toward("POSITIVE"))
                .isComplete();
    }

    @Test
    void cannotTellWithTwoPoints() {
        var method = new IntegratedGradients(IntegrationRule.gaussLegendre(2));
        assertThat(explain("They said it was great").by(method)).ranks("great").above("said");
    }

    @Test
    void explainsNothing() {
        assertThat(ig(" ")).isComplete();
    }

    @Test
    void explainsAnUnknownLabel() {
        assertThat(ig("They said it was great").toward("positive")).isComplete();
    }

    @Test
    void leavesAnAssertionUnfinished() {
        assertThat(ig("They said it was great")).ranks("great");
    }
}
