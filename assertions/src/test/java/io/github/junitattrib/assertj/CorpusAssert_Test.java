package io.github.junitattrib.assertj;

import static io.github.junitattrib.assertj.Answers.scored;
import static io.github.junitattrib.assertj.AttributionAssertions.assertThatAll;
import static io.github.junitattrib.assertj.Expecting.attributionError;
import static io.github.junitattrib.assertj.error.ShouldHoldForShare.shouldHoldForShare;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.BDDAssertions.then;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.Verdict;
import io.github.junitattrib.assertj.error.CaseResult;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.assertj.error.CaseResults;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusAssert_Test {

    @TempDir
    private Path directory;

    /** Explains any text of three words: "great" leads unless the text begins with "Bob". */
    private static Attribution explained(String text) {
        return text.startsWith("Bob") ? scored(text, 0.1, 0.9, 0.2) : scored(text, 0.1, 0.2, 0.9);
    }

    private static Function<CorpusCase, AttributionRequest> by(Attributor attributor) {
        FixedMethod method = new FixedMethod(explained("Al said great"));
        return one -> AttributionRequest.of(attributor, one.text(), method);
    }

    private static Function<CorpusCase, AttributionRequest> byRule() {
        return by(request -> explained(request.text()));
    }

    private static void led(AttributionAssert each) {
        each.hasTopToken("great");
    }

    /** As many texts, of which each tenth is one that fails. */
    private Corpus corpus(int size) throws IOException {
        StringBuilder lines = new StringBuilder("text\n");
        IntStream.range(0, size).forEach(i -> lines.append(i % 10 == 9 ? "Bob said great\n" : "Al said great\n"));
        return Corpus.from(
                Files.writeString(directory.resolve("corpus.csv"), lines).toString());
    }

    @Test
    void should_judge_every_text_of_a_file() throws IOException {
        // GIVEN more than are explained together, and not a multiple
        Corpus corpus = corpus(700);
        // WHEN/THEN
        assertThatAll(corpus, byRule())
                .atLeast(0.9)
                .satisfy(CorpusAssert_Test::led)
                .hasQuantile(0.9)
                .of("first score", one -> one.tokens().get(1).score())
                .below(0.21)
                .hasQuantile(0.91)
                .of("first score", one -> one.tokens().get(1).score())
                .above(0.89);
        assertThatAll(corpus.where(one -> one.text().startsWith("Al")), byRule())
                .allSatisfy(CorpusAssert_Test::led);
    }

    @Test
    void should_fail_with_the_counts_of_all_texts_and_the_first_that_fail() throws IOException {
        // WHEN
        AttributionAssertionError error = attributionError(
                () -> assertThatAll(corpus(700), byRule()).as("led").allSatisfy(CorpusAssert_Test::led));
        // THEN the same as of a list
        CaseResults results = new CaseResults();
        for (int i = 0; i < 700; i++) {
            Attribution one = explained(i % 10 == 9 ? "Bob said great" : "Al said great");
            boolean passes = i % 10 != 9;
            results.add(new CaseResult(
                    one.text(),
                    passes ? Kind.PASS : Kind.FAIL,
                    passes
                            ? ""
                            : "Expected \"great\" to be the top token toward POSITIVE, but it is 2nd and \"said\" is 1st.",
                    one,
                    List.of()));
        }
        then(error)
                .hasMessage("[led] " + shouldHoldForShare(results, 1).create())
                .hasMessageStartingWith("[led] Expected all 700 texts to satisfy the requirement, but 70 do not.")
                .hasMessageContaining("700: 630 pass, 70 fail, 0 inconclusive, 0 not applicable")
                .hasMessageContaining("and 65 more that do not pass");
        then(error.attribution().text()).isEqualTo("Bob said great");
    }

    @Test
    void should_show_the_worst_numbers_of_all_texts() throws IOException {
        // GIVEN the number 0 … 599 in the middle of the file
        AtomicInteger next = new AtomicInteger();
        int[] order = IntStream.range(0, 600).map(i -> (i * 7 + 3) % 600).toArray();
        // WHEN
        AttributionAssertionError error = attributionError(() -> assertThatAll(corpus(600), byRule())
                .hasQuantile(0.5)
                .of("n", one -> order[next.getAndIncrement()])
                .below(299));
        // THEN the 300th smallest of 0 … 599
        then(error)
                .hasMessageStartingWith(
                        "Expected the 50 % quantile of the n over 600 texts to be below 299, but it is 299."
                                + "\n\n  599           ")
                .hasMessageContaining("\n  595           ")
                .hasMessageContaining("  and 595 more\n");
        then(error.getMessage()).doesNotContain("\n  594 ");
    }

    @Test
    void should_hold_no_more_than_the_texts_that_are_explained_together() throws IOException {
        // GIVEN
        int size = 5000;
        List<WeakReference<Attribution>> given = new ArrayList<>();
        AtomicInteger mostAlive = new AtomicInteger();
        Attributor watched = request -> {
            if (given.size() % 500 == 499) {
                mostAlive.accumulateAndGet(alive(given), Math::max);
            }
            Attribution made = explained(request.text());
            given.add(new WeakReference<>(made));
            return made;
        };
        // WHEN
        assertThatAll(corpus(size), by(watched)).atLeast(0.5).satisfy(CorpusAssert_Test::led);
        // THEN two chunks of 64 and the few that a message would show
        then(given).hasSize(size);
        then(mostAlive.get()).isPositive().isLessThan(150);
    }

    /** The least of several collections: one alone may be put off, as while another thread is in native code. */
    private static int alive(List<WeakReference<Attribution>> references) {
        int least = references.size();
        for (int i = 0; i < 50 && least >= 150; i++) {
            System.gc();
            least = (int) references.stream().filter(one -> one.get() != null).count();
            if (least >= 150) {
                // On a busy machine other threads may be in native code for a while; what is held stays held.
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
        return least;
    }

    @Test
    void should_name_the_line_of_a_text_that_the_model_cannot_be_asked_about() throws IOException {
        // GIVEN
        Corpus corpus = Corpus.from(Files.writeString(
                        directory.resolve("labels.csv"), "text,label\nAl said great,POSITIVE\nBob said great,GOOD\n")
                .toString());
        Attributor model = request -> {
            if (request.text().startsWith("Bob")) {
                throw new UnknownLabelException("\"GOOD\"", List.of("NEGATIVE", "POSITIVE"));
            }
            return explained(request.text());
        };
        // WHEN/THEN
        assertThatExceptionOfType(InvalidCorpusException.class)
                .isThrownBy(() -> assertThatAll(corpus, by(model)).allSatisfy(CorpusAssert_Test::led))
                .withMessage(directory.resolve("labels.csv")
                        + ", line 3: The model has no class \"GOOD\". Its classes are [NEGATIVE, POSITIVE], spelled exactly"
                        + " so: name one of them.")
                .withCauseInstanceOf(UnknownLabelException.class);
    }

    @Test
    void should_pass_on_what_is_wrong_with_the_corpus() throws IOException {
        // GIVEN
        Corpus broken =
                Corpus.from(Files.writeString(directory.resolve("broken.jsonl"), "{\"text\": \"Al said great\"}\n{}\n")
                        .toString());
        // WHEN/THEN
        assertThatExceptionOfType(InvalidCorpusException.class)
                .isThrownBy(() -> assertThatAll(broken, byRule()).atLeast(0.1).satisfy(CorpusAssert_Test::led))
                .withMessageContaining("broken.jsonl, line 2: there is no property \"text\"");
        assertThatExceptionOfType(InvalidCorpusException.class)
                .isThrownBy(() -> assertThatAll(Corpus.of(List.of()), byRule()).allSatisfy(CorpusAssert_Test::led));
        assertThatNullPointerException()
                .isThrownBy(() -> assertThatAll(broken, one -> null).allSatisfy(CorpusAssert_Test::led))
                .withMessage("The function must give a request of each case, not null.");
    }

    @Test
    void should_be_read_again_with_another_model_in_place() throws IOException {
        // GIVEN
        CorpusAssert assertions = assertThatAll(corpus(300).limit(9), byRule());
        RequirementJudgment judgment = new RequirementJudgment(1, CorpusAssert_Test::led);
        Answers mutant = new Answers(scored("Al said great", 0.9, 0.1, 0.2));
        // WHEN
        Tally own = judgment.with(NestedCase.models());
        assertions.first(own);
        Tally replayed = judgment.with(AttributionAssert_under_Test.answering(mutant));
        assertions.again(replayed, AttributionAssert_under_Test.answering(mutant));
        // THEN
        then(own.outcome().verdict()).isEqualTo(Verdict.PASS);
        then(replayed.outcome().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void should_be_collected_by_soft_assertions() throws IOException {
        // GIVEN
        AttributionSoftAssertions softly = new AttributionSoftAssertions();
        BDDAttributionSoftAssertions bdd = new BDDAttributionSoftAssertions();
        // WHEN
        softly.assertThatAll(corpus(20), byRule())
                .allSatisfy(CorpusAssert_Test::led)
                .atLeast(0.5)
                .satisfy(CorpusAssert_Test::led);
        bdd.thenAll(corpus(20), byRule()).allSatisfy(CorpusAssert_Test::led);
        // THEN
        then(softly.assertionErrorsCollected()).hasSize(1);
        then(bdd.assertionErrorsCollected()).hasSize(1);
        BDDAttributionAssertions.thenAll(corpus(20), byRule()).atLeast(0.5).satisfy(CorpusAssert_Test::led);
        then(catchThrowable(() -> AttributionAssumptions.assumeThatAll(corpus(20), byRule())
                        .allSatisfy(CorpusAssert_Test::led)))
                .isInstanceOf(AssumptionNotMetException.class);
    }
}
