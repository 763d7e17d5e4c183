package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldMatchRationale.shouldMatchRationale;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.unclearRationale;
import static io.github.junitattrib.assertj.error.ShouldMatchRationale.unknownRationale;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.Measured;
import io.github.junitattrib.metric.RationaleAgreement;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Whether the scores single out the words that a person gives as reason. */
record RationaleJudgment(HumanRationale rationale, RationaleCriterion criterion, RankedBy by)
        implements Function<Attribution, Outcome> {

    RationaleJudgment {
        Objects.requireNonNull(rationale, "The rationale must not be null. Give one such as rationale(\"great\").");
        Objects.requireNonNull(criterion, "The criterion must not be null. Take one such as auprcAtLeast(0.8).");
    }

    @Override
    public Outcome apply(Attribution attribution) {
        return rationale.judge(
                attribution,
                spans -> MeasuredScores.judge(
                        List.of(attribution),
                        unknown -> unknownRationale(unknown, spans, criterion.metric(), by),
                        () -> compare(attribution, spans)));
    }

    private Outcome compare(Attribution attribution, List<Span> spans) {
        RationaleAgreement signed = RationaleAgreement.of(attribution, spans);
        Measured agreement = criterion.measure(
                by == RankedBy.MAGNITUDE ? signed.byMagnitude() : signed,
                attribution.words().size());
        return switch (agreement.verdict()) {
            case PASS -> Outcome.pass(spans);
            case FAIL -> Outcome.fail(shouldMatchRationale(attribution, spans, agreement, by), spans);
            case INCONCLUSIVE -> Outcome.inconclusive(unclearRationale(attribution, spans, agreement, by), spans);
        };
    }
}
