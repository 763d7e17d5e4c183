package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHaveConverged.shouldHaveConverged;
import static io.github.junitattrib.assertj.error.ShouldMatchApproved.nothingToApprove;
import static io.github.junitattrib.assertj.error.ShouldMatchApproved.shouldHaveApproved;
import static io.github.junitattrib.assertj.error.ShouldMatchApproved.shouldMatchApproved;
import static io.github.junitattrib.assertj.error.ShouldMatchApproved.unclearDrift;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Span;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.Drift;
import io.github.junitattrib.approved.DriftTolerance;
import io.github.junitattrib.assertj.error.ShouldMatchApproved.Places;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.report.Slashes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whether an attribution is as it was approved. */
final class ApprovalJudgment implements Function<Attribution, Outcome> {

    private final DriftTolerance tolerance;
    /** Empty where nothing is looked up, because nothing could be compared. */
    private final Optional<Approval> approval;

    private final Places places;

    private ApprovalJudgment(DriftTolerance tolerance, Optional<Approval> approval, Places places) {
        this.tolerance = tolerance;
        this.approval = approval;
        this.places = places;
    }

    /** Looks an attribution up, or approves it, and keeps it for a person to look at if it is not as approved. */
    static ApprovalJudgment of(Attribution actual, AttributionLog log, DriftTolerance tolerance) {
        // With the bars that it is judged by, so that the same numbers again are as approved.
        Attribution now = actual.withVerdictBars();
        if (!now.convergence().converged() || !hasOrder(now, tolerance)) {
            return new ApprovalJudgment(tolerance, Optional.empty(), new Places("", "", ""));
        }
        Approval approval = log.approval(now, tolerance);
        Optional<Attribution> approved = approved(approval, now);
        boolean asApproved = approved.filter(
                        one -> Drift.between(one, now, tolerance).verdict() != Verdict.FAIL)
                .isPresent();
        String received = asApproved
                ? ""
                : log.receive(actual, now, approved).map(Slashes::in).orElse("");
        return new ApprovalJudgment(
                tolerance,
                Optional.of(approval instanceof Approval.Written ? new Approval.Found(approval.file(), now) : approval),
                new Places(Slashes.in(approval.file()), received, log.rerunCommand()));
    }

    boolean isMissing() {
        return approval.filter(Approval.Missing.class::isInstance).isPresent();
    }

    private static Optional<Attribution> approved(Approval approval, Attribution now) {
        if (approval instanceof Approval.Found found) {
            return Optional.of(found.approved());
        }
        return approval instanceof Approval.Written ? Optional.of(now) : Optional.empty();
    }

    private static boolean hasOrder(Attribution now, DriftTolerance tolerance) {
        return Drift.between(now, now, tolerance).hasOrder();
    }

    @Override
    public Outcome apply(Attribution attribution) {
        if (!attribution.convergence().converged()) {
            return Outcome.inconclusive(shouldHaveConverged(attribution), List.of());
        }
        if (approval.isEmpty()) {
            return Outcome.inconclusive(nothingToApprove(attribution), List.of());
        }
        if (approval.get() instanceof Approval.Missing missing) {
            return Outcome.fail(shouldHaveApproved(attribution, missing, places), List.of());
        }
        Attribution approved = approved(approval.get(), attribution).orElseThrow();
        Drift drift = Drift.between(approved, attribution, tolerance);
        return switch (drift.verdict()) {
            case PASS -> Outcome.pass(List.of());
            case FAIL -> Outcome.fail(shouldMatchApproved(drift, places), moved(drift));
            case INCONCLUSIVE -> Outcome.inconclusive(unclearDrift(drift, places), moved(drift));
        };
    }

    private static List<Span> moved(Drift drift) {
        return drift.flips().stream().map(word -> word.now().span()).toList();
    }
}
