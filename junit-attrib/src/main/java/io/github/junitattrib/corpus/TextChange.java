package io.github.junitattrib.corpus;

/**
 * Changes a text in a known way, and says where the words of the original are in the changed text.
 *
 * <p>A change is immutable and gives the same result for the same text each time; its {@code toString()} is what failures
 * call it by. {@link TextChanges} has those that there are; {@link TextChanges#changing} makes one of a function.
 */
@FunctionalInterface
public interface TextChange {

    /**
     * Changes a text.
     *
     * @param text the original
     * @return one changed text or several, or the reason why the change does not apply
     */
    ChangeResult applyTo(String text);
}
