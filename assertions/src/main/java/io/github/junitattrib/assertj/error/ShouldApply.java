package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.TextChange;
import io.github.junitattrib.report.VisibleText;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the message of a change that has nothing to change in a text, so that nothing can be checked. */
public final class ShouldApply extends BasicErrorMessageFactory {

    private ShouldApply(String change, String text, String reason) {
        super(
                "Cannot tell what happens under %s, because it does not apply to the text \"%s\": %s. Give a text that it"
                        + " applies to, or another change.\n%s",
                unquotedString(change), unquotedString(text), unquotedString(reason), unquotedString(Links.lines()));
    }

    /**
     * Says why the change does not apply.
     *
     * @param attribution the attribution of the text
     * @param change what was to be done to it
     * @param reason why it does not apply
     * @return the message
     */
    public static ErrorMessageFactory shouldApply(Attribution attribution, TextChange change, String reason) {
        return new ShouldApply(
                VisibleText.inLine(change.toString()),
                VisibleText.inLine(attribution.text()),
                VisibleText.inLine(reason));
    }
}
