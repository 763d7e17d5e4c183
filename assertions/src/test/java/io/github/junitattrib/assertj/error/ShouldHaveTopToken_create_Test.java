package io.github.junitattrib.assertj.error;

import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.shouldHaveTopToken;
import static io.github.junitattrib.assertj.error.ShouldHaveTopToken.unclearTopToken;
import static io.github.junitattrib.assertj.error.Words.margin;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import org.junit.jupiter.api.Test;

class ShouldHaveTopToken_create_Test {

    @Test
    void should_say_the_ranks_and_show_the_evidence() {
        // GIVEN
        Attribution actual = review().build();
        // WHEN
        String message =
                shouldHaveTopToken(actual, margin(actual, "great", "said")).create();
        // THEN
        then(message).isEqualTo("""
                        Expected "great" to be the top token toward POSITIVE, but it is 4th and "said" is 1st.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          margin     great - said = +0.1083 - +0.4210 = -0.3127  (uncertainty 0.0013)

                          rank  token  attribution  uncertainty  opposes  <-       0      ->  supports
                             1  said       +0.4210       0.0006                    |██████████████████  <- rival of "great"
                             2  film       +0.2105       0.0004                    |█████████
                             3  He         +0.1158       0.0002                    |█████
                             4  great      +0.1083       0.0007                    |█████               <- expected first
                             5  .          +0.0105       0.0001                    |
                             6  was        -0.1263       0.0003               ▒▒▒▒▒|
                             7  the        -0.1684       0.0003             ▒▒▒▒▒▒▒|
                        """);
    }

    @Test
    void should_name_the_rival_of_a_tie() {
        // GIVEN
        Attribution actual = review().notConverged("Raise maxEvaluations.").build();
        // WHEN
        String message = unclearTopToken(actual, margin(actual, "said", "film")).create();
        // THEN
        then(message).isEqualTo("""
                        Cannot tell whether "said" is the top token toward POSITIVE and not "film", because IntegratedGradients did not converge in 33 evaluations. Raise maxEvaluations.

                          text       He said the film was great.
                          predicted  POSITIVE 0.713   (model reviews on cpu, float32)
                          method     IntegratedGradients (steps adaptive), 33 evaluations
                                     completeness gap <0.0001 (limit 0.0100)
                          converged  no. Raise maxEvaluations.
                          margin     said - film = +0.4210 - +0.2105 = +0.2105  (uncertainty 0.0010)

                          rank  token  attribution  uncertainty  opposes  <-        0       ->  supports
                             1  said       +0.4210       0.0006                     |███████████████████  <- expected first
                             2  film       +0.2105       0.0004                     |██████████           <- rival of "said"
                             3  He         +0.1158       0.0002                     |█████
                             4  great      +0.1083       0.0007                     |█████
                             5  .          +0.0105       0.0001                     |
                             6  was        -0.1263       0.0003               ▒▒▒▒▒▒|
                             7  the        -0.1684       0.0003             ▒▒▒▒▒▒▒▒|
                        """);
    }
}
