package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Marked;
import io.github.junitattrib.RankedBy;
import io.github.junitattrib.Span;
import io.github.junitattrib.report.AttributionText;
import io.github.junitattrib.report.Glyphs;
import io.github.junitattrib.report.RankingPairs;
import io.github.junitattrib.report.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** What stands below the first line of a message about a change: both texts, both predictions, both rankings. */
final class ChangeEvidence {

    private final ChangedPair pair;
    private final List<Marked> marked = new ArrayList<>();
    private RankedBy by = RankedBy.SIGNED_SCORE;

    ChangeEvidence(ChangedPair pair) {
        this.pair = pair;
    }

    /** Marks a stretch of the original text in the rankings. */
    ChangeEvidence note(Span ofOriginal, String note) {
        marked.add(new Marked(ofOriginal, note));
        return this;
    }

    /** Ranks the words as the check does. */
    ChangeEvidence rankedBy(RankedBy order) {
        by = order;
        return this;
    }

    String text() {
        WordPairs words = pair.words();
        return "\n\n" + AttributionText.of(pair.original(), Glyphs.ofConsole()) + "\n"
                + Links.ofCase(pair.original().text())
                + Links.line("changed", changed())
                + Links.line("then", pair.after().text(pair.changed().prediction()))
                + unsettled()
                + "\n"
                + RankingPairs.of(
                        WordPairs.ranking(words.before(), by),
                        WordPairs.ranking(words.after(), by),
                        words::counterpart,
                        marked,
                        by)
                + "\n"
                + Links.lines();
    }

    private String changed() {
        String which = pair.of() == 1 ? "" : "   (" + pair.number() + " of " + pair.of() + " changed texts)";
        return VisibleText.inLine(pair.changed().text()) + which;
    }

    private String unsettled() {
        return pair.changed().convergence().converged()
                ? ""
                : Links.line(
                        "converged",
                        "not on the changed text. "
                                + VisibleText.inLine(
                                        pair.changed().convergence().remedy()));
    }
}
