package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Marked;
import java.util.List;

/** A message that says what was expected of single words, for reports to say the same beside them. */
public interface Noted {

    /**
     * Returns what was expected.
     *
     * @return stretches of the text with what was expected of each
     */
    List<Marked> notes();
}
