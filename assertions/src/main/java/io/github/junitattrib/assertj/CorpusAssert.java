package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.check.Substitution;
import io.github.junitattrib.corpus.CorpusBatch;
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
        List<AttributionRequest> requests = new ArrayList<>();
        CorpusBatch batch = CorpusBatch.next(cursor, one -> requests.add(actual.of(one)));
        List<CorpusCase> cases = batch.cases();
        List<Attribution> explained =
                batch.explain(() -> models.attributions(requests), index -> models.attribution(requests.get(index)));
        AttributionLog.current().ifPresent(log -> cases.forEach(log::noteGold));
        for (int i = 0; i < requests.size(); i++) {
            tally.add(requests.get(i), explained.get(i), Optional.of(cases.get(i)));
        }
        return new Judged(List.copyOf(requests), explained.get(0));
    }
}
