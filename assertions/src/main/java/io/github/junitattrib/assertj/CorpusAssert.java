package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.UnknownLabelException;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.CorpusCursor;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.junit.Progress;
import io.github.junitattrib.method.AttributionRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Assertions on the explanations of a corpus, which is read and explained some texts at a time, once for each assertion, and
 * never held as a whole; not final, because AssertJ's soft assertions subclass it.
 *
 * <p>A report shows the explanation that a check shows, and not those of the other texts.
 */
public class CorpusAssert extends AbstractAttributionsAssert<CorpusAssert, CorpusRequests> {

    /** Enough for the model to be busy, and few to be held and to wait for. */
    private static final int TOGETHER = 64;

    /**
     * Begins assertions; tests call {@link AttributionAssertions#assertThatAll(io.github.junitattrib.corpus.Corpus,
     * java.util.function.Function)}.
     *
     * @param actual the corpus with what is asked of each case
     */
    public CorpusAssert(CorpusRequests actual) {
        super(actual, CorpusAssert.class);
    }

    @Override
    Judged first(Tally tally) {
        return judge(tally, NestedCase.models());
    }

    @Override
    void again(Tally tally, Substitution models) {
        judge(tally, models);
    }

    private Judged judge(Tally tally, Substitution models) {
        return AttributionLog.withoutNotes(() -> {
            Progress progress = Progress.of(actual.toString());
            try (CorpusCursor cursor = actual.corpus().open()) {
                Judged first = some(cursor, tally, models);
                long done = first.requests().size();
                while (cursor.hasNext()) {
                    progress.at(done, cursor.fraction());
                    done += some(cursor, tally, models).requests().size();
                }
                return first;
            }
        });
    }

    /** Hands the next texts to a tally. */
    private Judged some(CorpusCursor cursor, Tally tally, Substitution models) {
        List<CorpusCase> cases = new ArrayList<>();
        List<AttributionRequest> requests = new ArrayList<>();
        while (cases.size() < TOGETHER && cursor.hasNext()) {
            CorpusCase next = cursor.next();
            cases.add(next);
            requests.add(actual.of(next));
        }
        List<Attribution> explained = explained(cases, requests, models);
        AttributionLog.current().ifPresent(log -> cases.forEach(log::noteGold));
        for (int i = 0; i < requests.size(); i++) {
            tally.add(requests.get(i), explained.get(i), Optional.of(cases.get(i)));
        }
        return new Judged(List.copyOf(requests), explained.get(0));
    }

    private static List<Attribution> explained(
            List<CorpusCase> cases, List<AttributionRequest> requests, Substitution models) {
        try {
            return models.attributions(requests);
        } catch (UnknownLabelException | InvalidTextException | InvalidTargetException together) {
            for (int i = 0; i < requests.size(); i++) {
                requireAnswer(cases.get(i), requests.get(i), models);
            }
            throw together;
        }
    }

    /** Asks for one text alone, so that an error names its line. */
    private static void requireAnswer(CorpusCase one, AttributionRequest request, Substitution models) {
        try {
            models.attribution(request);
        } catch (UnknownLabelException | InvalidTextException | InvalidTargetException e) {
            Optional<String> place = one.place().map(where -> where + ": ");
            throw new InvalidCorpusException(
                    place.orElseGet(() -> "The case \"" + one.text() + "\": ") + e.getMessage(), e);
        }
    }
}
