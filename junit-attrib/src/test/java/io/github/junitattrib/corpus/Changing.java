package io.github.junitattrib.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Applies changes for tests. */
final class Changing {

    private Changing() {}

    /** The only changed text. */
    static String changed(TextChange change, String text) {
        List<String> all = all(change, text);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    static List<String> all(TextChange change, String text) {
        assertThat(change.applyTo(text)).isInstanceOf(ChangeResult.Changed.class);
        return texts(change, text).stream().map(ChangedText::text).toList();
    }

    static List<ChangedText> texts(TextChange change, String text) {
        return ((ChangeResult.Changed) change.applyTo(text)).texts();
    }

    static String reason(TextChange change, String text) {
        assertThat(change.applyTo(text)).isInstanceOf(ChangeResult.NotApplicable.class);
        return ((ChangeResult.NotApplicable) change.applyTo(text)).reason();
    }
}
