package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHoldForShare.shouldHoldForShare;
import static io.github.junitattrib.assertj.error.ShouldHoldForShare.unclearShare;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.AttributionFailure;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.Span;
import io.github.junitattrib.assertj.error.CaseResult;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.assertj.error.CaseResults;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.report.CorpusRecord.Worst;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a requirement holds for a share of the texts of a corpus.
 *
 * <p>Texts that a change does not apply to are left out. Inconclusive ones count as not passed; the outcome is inconclusive if
 * they could change it, or if no text is left.
 */
record RequirementJudgment(double share, Consumer<AttributionAssert> requirement) {

    RequirementJudgment {
        Objects.requireNonNull(requirement, "A corpus needs a requirement: satisfy(each -> each.ranks(..).above(..)).");
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of texts that must satisfy a requirement lies above 0 and up"
                    + " to 1, but is " + share + ". Give such as 0.95.");
        }
    }

    /**
     * Begins to judge.
     *
     * @param models where nested assertions take their numbers from
     */
    Tally with(Substitution models) {
        CaseResults results = new CaseResults();
        Slices slices = new Slices();
        return new Tally() {
            @Override
            public void add(AttributionRequest request, Attribution attribution, Optional<CorpusCase> noted) {
                CaseResult result = result(request, attribution, models);
                results.add(result);
                slices.add(result.kind(), attribution, noted);
            }

            @Override
            public Outcome outcome() {
                return RequirementJudgment.this
                        .outcome(results)
                        .over(slices.record(
                                "",
                                List.of(),
                                results.worst().stream()
                                        .map(worst -> new Worst(worst.text(), worst.firstLine()))
                                        .toList()));
            }
        };
    }

    private Outcome outcome(CaseResults results) {
        long passed = results.count(Kind.PASS);
        long unclear = results.count(Kind.INCONCLUSIVE);
        long applicable = results.applicable();
        // 0.95 · 20 is a little more than 19 in floating point, and must not ask for 20.
        double needed = share * applicable - 1e-9;
        if (applicable > 0 && passed >= needed) {
            return Outcome.pass(List.of());
        }
        CaseResult worst = results.worst().get(0);
        Outcome outcome = applicable > 0 && passed + unclear < needed
                ? Outcome.fail(shouldHoldForShare(results, share), worst.marked())
                : Outcome.inconclusive(unclearShare(results, share), worst.marked());
        return outcome.shownBy(worst.evidence());
    }

    private CaseResult result(AttributionRequest request, Attribution attribution, Substitution models) {
        NestedCase nested = new NestedCase(models);
        AttributionAssert each = new AttributionAssert(attribution).answering(request);
        try {
            nested.run(() -> requirement.accept(each));
            return nested.notApplicable()
                    .map(none -> new CaseResult(
                            attribution.text(),
                            Kind.NOT_APPLICABLE,
                            firstLine(none.result().message()),
                            attribution,
                            List.of()))
                    .orElseGet(() -> new CaseResult(attribution.text(), Kind.PASS, "", attribution, List.of()));
        } catch (InconclusiveException e) {
            return new CaseResult(attribution.text(), Kind.INCONCLUSIVE, firstLine(e), e.attribution(), e.marked());
        } catch (AssertionError e) {
            Attribution evidence = e instanceof AttributionFailure failure ? failure.attribution() : attribution;
            List<Span> marked = e instanceof AttributionFailure failure ? failure.marked() : List.of();
            return new CaseResult(attribution.text(), Kind.FAIL, firstLine(e), evidence, marked);
        }
    }

    private static String firstLine(Throwable error) {
        return firstLine(
                Objects.requireNonNullElse(error.getMessage(), error.getClass().getName()));
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("");
    }
}
