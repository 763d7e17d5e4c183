package io.github.junitattrib.assertj;

import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.method.AttributionRequest;
import java.util.Objects;
import java.util.function.Function;

/**
 * A corpus with what is asked of each case.
 *
 * @param corpus the cases
 * @param request what is to be explained of a case
 */
public record CorpusRequests(Corpus corpus, Function<CorpusCase, AttributionRequest> request) {

    /**
     * Checks that both are there.
     *
     * @param corpus the cases
     * @param request what is to be explained of a case
     */
    public CorpusRequests {
        Objects.requireNonNull(
                corpus, "The corpus must not be null. Give one: Corpus.from(\"classpath:reviews.jsonl\").");
        Objects.requireNonNull(
                request, "The function must not be null. Say what is asked of each case: one -> ig(one.text()).");
    }

    AttributionRequest of(CorpusCase one) {
        return Objects.requireNonNull(request.apply(one), "The function must give a request of each case, not null.");
    }

    @Override
    public String toString() {
        return corpus.toString();
    }
}
