package io.github.junitattrib.method;

import io.github.junitattrib.InvalidTargetException;
import io.github.junitattrib.TargetScore;
import io.github.junitattrib.text.TokenizedText;

/** Finds one unit of a hidden state, for methods that look at a single one. */
final class HiddenUnits {

    private HiddenUnits() {}

    /** Refuses places that no state has. */
    static void check(int token, int unit) {
        if (token < 0 || unit < 0) {
            throw new IllegalArgumentException("Tokens and units are counted from 0, but token " + token + " and unit "
                    + unit + " were asked for.");
        }
    }

    /**
     * Returns the unit as a target.
     *
     * @param text a text that is cut at the unit's layer
     * @param states numbers of the state [T·H]
     */
    static TargetScore.HiddenUnit find(LayeredText text, int token, int unit, int states) {
        TokenizedText tokens = text.text().tokens();
        int width = states / tokens.size();
        if (token >= tokens.size() || unit >= width) {
            throw new InvalidTargetException("There is no unit " + unit + " of token " + token + " in the "
                    + text.layer() + " of model " + text.text().model().facts().name() + ": the text \""
                    + text.text().question().text() + "\" has " + tokens.size() + " tokens of " + width
                    + " units each, both counted from 0. Name one of these.");
        }
        return new TargetScore.HiddenUnit(
                token * width + unit,
                text.text().target().index(),
                text.layer() + ", token " + token + " \""
                        + tokens.tokens().get(token).text() + "\", unit " + unit);
    }
}
