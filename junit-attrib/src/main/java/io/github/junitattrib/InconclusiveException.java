package io.github.junitattrib;

import java.util.List;

/**
 * Thrown where the numbers of an attribution are not good enough for a verdict: follow the remedy in the message.
 *
 * <p>It is no {@link AssertionError}, so that test reports count it as an error and not as wrong behaviour of the model.
 */
public final class InconclusiveException extends AttributionException implements AttributionFailure {

    private static final long serialVersionUID = 1L;

    private final transient Attribution attribution;
    private final transient List<Span> marked;

    /**
     * Makes the exception.
     *
     * @param message what could not be decided, why, and what to do
     * @param attribution the attribution that was judged
     * @param marked the stretches of the text that the check named
     */
    public InconclusiveException(String message, Attribution attribution, List<Span> marked) {
        super(message);
        this.attribution = attribution;
        this.marked = List.copyOf(marked);
    }

    @Override
    public Attribution attribution() {
        return attribution;
    }

    @Override
    public List<Span> marked() {
        return marked;
    }

    @Override
    public Verdict verdict() {
        return Verdict.INCONCLUSIVE;
    }
}
