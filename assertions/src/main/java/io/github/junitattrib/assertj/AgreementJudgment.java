package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldAgreeWith.shouldAgreeWith;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.unclearAgreement;
import static io.github.junitattrib.assertj.error.ShouldAgreeWith.unknownAgreement;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.assertj.error.Measured;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Whether two attributions of a text agree as far as a test wants. */
record AgreementJudgment(AgreementCriterion criterion, RankedBy by)
        implements BiFunction<Attribution, Attribution, Outcome> {

    AgreementJudgment {
        Objects.requireNonNull(criterion, AgreementCriterion.NONE);
    }

    @Override
    public Outcome apply(Attribution attribution, Attribution other) {
        return MeasuredScores.judge(
                List.of(attribution, other),
                unknown -> unknownAgreement(attribution, other, unknown, criterion.metric(), by),
                () -> compare(attribution, other));
    }

    private Outcome compare(Attribution attribution, Attribution other) {
        Measured agreement = criterion.measure(attribution, other, by);
        return switch (agreement.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldAgreeWith(attribution, other, agreement, by), List.of());
            case INCONCLUSIVE -> Outcome.inconclusive(unclearAgreement(attribution, other, agreement, by), List.of());
        };
    }
}
