package io.github.junitattrib.corpus;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The cases of another cursor that satisfy a predicate. */
final class Chosen extends Derived {

    /** How many words a message names. */
    private static final int MOST = 20;

    private final Predicate<CorpusCase> predicate;
    private final Function<CorpusCase, Collection<String>> words;
    private final Set<String> left = new TreeSet<>();
    private boolean any;

    /**
     * Begins to choose.
     *
     * @param words what the predicate looks at, such as labels, to be told if no case satisfies it
     */
    Chosen(CorpusCursor all, Predicate<CorpusCase> predicate, Function<CorpusCase, Collection<String>> words) {
        super(all);
        this.predicate = predicate;
        this.words = words;
    }

    @Override
    Optional<CorpusCase> advance() {
        while (all.hasNext()) {
            CorpusCase next = all.next();
            if (predicate.test(next)) {
                any = true;
                return Optional.of(next);
            }
            if (left.size() <= MOST) {
                left.addAll(words.apply(next));
            }
        }
        return Optional.empty();
    }

    /** Names words of the cases that were left out, if all were; empty otherwise. */
    Optional<String> left() {
        return any || left.isEmpty()
                ? Optional.empty()
                : Optional.of(left.stream().limit(MOST).collect(Collectors.joining(", "))
                        + (left.size() > MOST ? " and others" : ""));
    }
}
