package io.github.junitattrib.assertj;

import io.github.junitattrib.report.Glyphs;
import org.assertj.core.description.Description;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.presentation.Representation;

/**
 * A message as the console can print it: the one place where signs beyond ASCII give way, whichever factory wrote them.
 *
 * @param message the message with all its signs
 */
record ConsoleMessage(ErrorMessageFactory message) implements ErrorMessageFactory {

    @Override
    public String create(Description description, Representation representation) {
        return Glyphs.ofConsole().written(message.create(description, representation));
    }

    @Override
    public String create(Description description) {
        return Glyphs.ofConsole().written(message.create(description));
    }

    @Override
    public String create() {
        return Glyphs.ofConsole().written(message.create());
    }
}
