package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.error.ShouldHoldForShare.shouldHoldForShare;
import static io.github.junitattrib.assertj.error.ShouldHoldForShare.unclearShare;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InconclusiveException;
import io.github.junitattrib.assertj.error.CaseResult;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.assertj.error.CaseResults;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.opentest4j.TestAbortedException;

/**
 * Whether a requirement holds for a share of the texts of a corpus.
 *
 * <p>Texts that a change does not apply to, or an assumption leaves out, do not count. Inconclusive ones count as not passed;
 * the outcome is inconclusive if they could change it, or if no text is left.
 */
record RequirementJudgment(double share, Consumer<AttributionAssert> requirement) {

    RequirementJudgment {
        Objects.requireNonNull(
                requirement,
                "The requirement must not be null. Say what holds for each text: each -> each.ranks(..).above(..).");
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
                CaseResult result = result(results.size(), request, attribution, models);
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
                                        .map(worst -> Slices.worst(worst.text(), worst.firstLine()))
                                        .toList()));
            }
        };
    }

    private Outcome outcome(CaseResults results) {
        if (results.count(Kind.SKIPPED) == results.size()) {
            throw new TestAbortedException(
                    "An assumption leaves out all " + results.size() + " texts of the corpus. Of the first: "
                            + results.worst().get(0).firstLine());
        }
        long passed = results.count(Kind.PASS);
        long unclear = results.count(Kind.INCONCLUSIVE);
        long applicable = results.applicable();
        // 0.95 · 20 is a little more than 19 in floating point, and must not ask for 20; no share is so small that none
        // will do.
        long needed = Math.max(1, (long) Math.ceil(share * applicable - 1e-9));
        if (applicable > 0 && passed >= needed) {
            return Outcome.pass(List.of());
        }
        CaseResult worst = results.worst().get(0);
        Outcome outcome = applicable > 0 && passed + unclear < needed
                ? Outcome.fail(shouldHoldForShare(results, share), worst.marked())
                : Outcome.inconclusive(unclearShare(results, share), worst.marked());
        return outcome.shownBy(worst.evidence());
    }

    private CaseResult result(long index, AttributionRequest request, Attribution attribution, Substitution models) {
        NestedCase nested = new NestedCase(models);
        AttributionAssert each = new CaseAssertions(attribution, nested).answering(request);
        try {
            nested.run(() -> requirement.accept(each));
            requireAssertion(nested, attribution);
            return nested.notApplicable()
                    .map(none -> CaseFindings.notApplicable(
                            attribution, none.result().message()))
                    .orElseGet(() -> CaseFindings.pass(attribution));
        } catch (InconclusiveException e) {
            return CaseFindings.inconclusive(attribution, e);
        } catch (AssertionError e) {
            return CaseFindings.fail(attribution, e);
        } catch (TestAbortedException e) {
            return CaseFindings.skipped(attribution, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(ListedTexts.place(index) + ": " + e.getMessage(), e);
        }
    }

    private static void requireAssertion(NestedCase nested, Attribution attribution) {
        if (nested.isEmpty()) {
            throw new IllegalArgumentException(
                    "The requirement asserts nothing of the text \"" + attribution.text()
                            + "\", so that it would hold for every model. Assert something of each text, as in each ->"
                            + " each.hasTopToken(\"great\"); an assertion on another object goes into each.satisfies(one -> …).");
        }
    }
}
