package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Marked;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;

/** A message of a first line that is complete in itself, and the evidence below. */
class Sentence extends BasicErrorMessageFactory implements Noted {

    private final List<Marked> notes;

    Sentence(String sentence, Evidence evidence) {
        super("%s%s", unquotedString(sentence), unquotedString(evidence.text()));
        notes = evidence.notes();
    }

    @Override
    public List<Marked> notes() {
        return notes;
    }
}
