package io.github.junitattrib.corpus;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.InvalidTextException;
import io.github.junitattrib.UnknownLabelException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * Some cases of a corpus that are read and explained together.
 *
 * @param cases in the order of the corpus
 */
public record CorpusBatch(List<CorpusCase> cases) {

    /** Enough for a model to be busy, and few to be held and to wait for. */
    private static final int TOGETHER = 64;

    /**
     * Takes the cases.
     *
     * @param cases in the order of the corpus
     */
    public CorpusBatch {
        cases = List.copyOf(cases);
    }

    /**
     * Reads the next cases.
     *
     * @param cursor where to read on
     * @return at most 64; none at the end
     * @throws InvalidCorpusException if one of them cannot be read
     */
    public static CorpusBatch next(CorpusCursor cursor) {
        return next(cursor, one -> {});
    }

    /**
     * Reads the next cases, and hands on each before the one behind it is read.
     *
     * @param cursor where to read on
     * @param reader is given each case; what it throws ends the reading
     * @return at most 64; none at the end
     * @throws InvalidCorpusException if one of them cannot be read
     */
    public static CorpusBatch next(CorpusCursor cursor, Consumer<CorpusCase> reader) {
        List<CorpusCase> cases = new ArrayList<>();
        while (cases.size() < TOGETHER && cursor.hasNext()) {
            CorpusCase next = cursor.next();
            reader.accept(next);
            cases.add(next);
        }
        return new CorpusBatch(cases);
    }

    /**
     * Explains the cases together, and each alone if that fails, so that an error names the file and line of its case.
     *
     * @param together explains all of them
     * @param alone explains the one at an index
     * @param <R> what an explanation is
     * @return what {@code together} gives
     * @throws InvalidCorpusException if a case has a text, a label or a class that the model cannot explain
     */
    public <R> List<R> explain(Supplier<List<R>> together, IntConsumer alone) {
        try {
            return together.get();
        } catch (UnknownLabelException | InvalidTextException | InvalidTargetException ofSomeCase) {
            for (int i = 0; i < cases.size(); i++) {
                requireAnswer(i, alone);
            }
            throw ofSomeCase;
        }
    }

    private void requireAnswer(int index, IntConsumer alone) {
        try {
            alone.accept(index);
        } catch (UnknownLabelException | InvalidTextException | InvalidTargetException e) {
            throw new InvalidCorpusException(cases.get(index).message(String.valueOf(e.getMessage())), e);
        }
    }
}
