package io.github.junitattrib.corpus;

import io.github.junitattrib.Span;
import java.util.ArrayList;
import java.util.List;

/** Compares two texts word by word, by the longest common subsequence of their words. */
final class WordComparison {

    /** Above it, the table of the subsequence would take too much memory; the texts have little in common then anyway. */
    private static final long LARGEST_TABLE = 16_000_000;

    private final Sentence before;
    private final Sentence after;
    private final List<Edit> edits = new ArrayList<>();
    private int pairedBefore;
    private int pairedAfter;
    private int doneBefore;
    private int doneAfter;

    WordComparison(String before, String after) {
        this.before = Sentence.of(before);
        this.after = Sentence.of(after);
    }

    /** The edits that make the second text of the first, in order. */
    List<Edit> edits() {
        int start = 0;
        int shorter = Math.min(before.size(), after.size());
        while (start < shorter && same(start, start)) {
            pair(start, start);
            start++;
        }
        int common = 0;
        while (common < shorter - start && same(before.size() - 1 - common, after.size() - 1 - common)) {
            common++;
        }
        middle(start, before.size() - common, after.size() - common);
        for (int i = common; i > 0; i--) {
            anchor(before.size() - i, after.size() - i);
        }
        anchor(before.size(), after.size());
        return List.copyOf(edits);
    }

    private boolean same(int inBefore, int inAfter) {
        return before.word(inBefore).equals(after.word(inAfter));
    }

    /** Pairs the equal words between two places, each text's own end exclusive. */
    private void middle(int start, int ofBefore, int ofAfter) {
        int rows = ofBefore - start;
        int columns = ofAfter - start;
        if ((long) rows * columns > LARGEST_TABLE) {
            return;
        }
        int[][] longest = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int k = columns - 1; k >= 0; k--) {
                longest[i][k] = same(start + i, start + k)
                        ? longest[i + 1][k + 1] + 1
                        : Math.max(longest[i + 1][k], longest[i][k + 1]);
            }
        }
        int i = 0;
        int k = 0;
        while (i < rows && k < columns) {
            if (same(start + i, start + k)) {
                anchor(start + i++, start + k++);
            } else if (longest[i + 1][k] >= longest[i][k + 1]) {
                i++;
            } else {
                k++;
            }
        }
    }

    /** Goes on to two words that belong together; as many words before them on both sides belong together too. */
    private void anchor(int inBefore, int inAfter) {
        int replaced = inBefore - pairedBefore;
        if (replaced == inAfter - pairedAfter) {
            int first = pairedBefore;
            int firstAfter = pairedAfter;
            for (int i = 0; i < replaced; i++) {
                pair(first + i, firstAfter + i);
            }
        }
        if (inBefore < before.size()) {
            pair(inBefore, inAfter);
        } else {
            replace(new Span(doneBefore, before.text().length()), after.text().substring(doneAfter));
        }
    }

    private void pair(int inBefore, int inAfter) {
        Span from = before.span(inBefore);
        Span to = after.span(inAfter);
        replace(new Span(doneBefore, from.start()), after.text().substring(doneAfter, to.start()));
        replace(from, after.word(inAfter));
        pairedBefore = inBefore + 1;
        pairedAfter = inAfter + 1;
        doneBefore = from.end();
        doneAfter = to.end();
    }

    private void replace(Span at, String replacement) {
        if (!at.of(before.text()).equals(replacement)) {
            edits.add(new Edit(at, replacement));
        }
    }
}
