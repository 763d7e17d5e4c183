package io.github.junitattrib.assertj.error;

import org.assertj.core.error.BasicErrorMessageFactory;

/** A message of a first line that is complete in itself, and the evidence below. */
class Sentence extends BasicErrorMessageFactory {

    Sentence(String sentence, Evidence evidence) {
        super("%s%s", unquotedString(sentence), unquotedString(evidence.text()));
    }
}
