package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.AttributionAssertions.auprcAtLeast;
import static io.github.junitattrib.assertj.AttributionAssertions.rationale;
import static io.github.junitattrib.assertj.AttributionAssertions.spearmanAtLeast;
import static io.github.junitattrib.assertj.AttributionBuilder.review;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.check.Check;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What a check is recorded with, so that it can be judged again on another model. */
class AttributionAssert_replay_Test {

    private final Attribution actual = review().build();
    private final Attribution other = review().method("Occlusion", Map.of()).build();
    private final Attributor attributor = asked -> other;

    @Test
    void should_say_what_a_pass_speaks_of() {
        then(recorded().predicts("POSITIVE").about).isEqualTo(Check.About.MODEL);
        then(recorded().hasTopTokens("said", "film").about).isEqualTo(Check.About.MODEL);
        then(recorded().shareOf("said").isGreaterThan(0).about).isEqualTo(Check.About.MODEL);
        then(recorded().matchesRationale(rationale("said"), auprcAtLeast(1)).about)
                .isEqualTo(Check.About.MODEL);
        then(recorded().isComplete().about).isEqualTo(Check.About.METHOD);
        then(recorded().hasConverged().about).isEqualTo(Check.About.METHOD);
    }

    @Test
    void should_take_another_method_on_the_same_model_for_a_statement_on_methods() {
        // GIVEN
        AttributionRequest own = AttributionRequest.of(attributor, actual.text(), new FixedMethod(actual));
        AttributionRequest same = AttributionRequest.of(attributor, actual.text(), new FixedMethod(other));
        AttributionRequest elsewhere = AttributionRequest.of(asked -> other, actual.text(), new FixedMethod(other));
        // WHEN/THEN
        then(recorded().answering(own).agreesWith(same, spearmanAtLeast(0.5)).about)
                .isEqualTo(Check.About.METHOD);
        then(recorded().answering(own).agreesWith(same.toward("NEGATIVE"), spearmanAtLeast(0.5)).about)
                .isEqualTo(Check.About.MODEL);
        then(recorded().answering(own).agreesWith(elsewhere, spearmanAtLeast(0.5)).about)
                .isEqualTo(Check.About.MODEL);
        then(recorded().agreesWith(same, spearmanAtLeast(0.5)).about).isEqualTo(Check.About.MODEL);
    }

    @Test
    void should_ask_the_model_in_place_for_the_other_attribution_as_well() {
        // GIVEN
        AttributionRequest request = AttributionRequest.of(attributor, actual.text(), new FixedMethod(other));
        Recording check = recorded().agreesWith(request, spearmanAtLeast(0.9));
        Attribution reversed = review().scores(-1, -4, 3, -2, 2, -0.5, 0).build();
        // WHEN
        Verdict again = check.judgment.apply(actual, answering(reversed)).verdict();
        // THEN
        then(check.others).containsExactly(request);
        then(again).isEqualTo(Verdict.FAIL);
    }

    @Test
    void should_name_arguments_and_the_ranking() {
        then(recorded().ranksAbove(WordSelector.word("said"), WordSelector.word("film")).arguments)
                .hasToString("[\"said\", \"film\"]");
        then(recorded().byMagnitude().hasTopToken("said").arguments).hasToString("[\"said\", by magnitude]");
        then(recorded().givesPositiveWeightTo(WordSelector.matching("sa.*")).arguments)
                .hasToString("[/sa.*/]");
        then(recorded().shareOf("said").isLessThan(0.5).arguments).hasToString("[\"said\", less than 0.5]");
        then(recorded().matchesRationale(rationale("said"), auprcAtLeast(1)).arguments)
                .hasToString("[rationale [\"said\"], area under the precision-recall curve (AUPRC) at least 1]");
    }

    private Recording recorded() {
        return new Recording(actual);
    }

    private static Substitution answering(Attribution replaced) {
        return new Substitution() {
            @Override
            public Attribution attribution(AttributionRequest request) {
                return replaced;
            }

            @Override
            public TextClassifier model(AttributionRequest request) {
                return request.model();
            }
        };
    }

    private static final class Recording extends AbstractAttributionAssert<Recording> {

        private Check.About about = Check.About.MODEL;
        private List<?> arguments = List.of();
        private List<AttributionRequest> others = List.of();
        private BiFunction<Attribution, Substitution, Outcome> judgment = (again, models) -> Outcome.pass(List.of());

        Recording(Attribution actual) {
            super(actual, Recording.class);
        }

        @Override
        protected Recording verify(
                Check.About about,
                String kind,
                List<?> arguments,
                List<AttributionRequest> others,
                BiFunction<Attribution, Substitution, Outcome> judgment) {
            this.about = about;
            this.arguments = arguments;
            this.others = others;
            this.judgment = judgment;
            return super.verify(about, kind, arguments, others, judgment);
        }
    }
}
