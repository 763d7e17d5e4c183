package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of the page's table: a word, or a token outside of words.
 *
 * @param rank place by signed score; a dash for tokens outside of words
 * @param word the word
 * @param pieces its tokens with their scores where there are several
 * @param score signed score
 * @param uncertainty half width of its error bar
 * @param sign {@code supports}, {@code opposes} or {@code neutral}
 * @param bar CSS class of the bar: {@code p} or {@code n}; empty text for neither
 * @param percent length of the bar, 0 to 50: half of the cell is for each sign
 * @param marks numbers of the checks' marks on it; empty text if there is none
 * @param expected what checks that did not pass expected of it; empty text if nothing
 */
record WordRow(
        String rank,
        String word,
        String pieces,
        String score,
        String uncertainty,
        String sign,
        String bar,
        int percent,
        String marks,
        String expected) {

    static List<WordRow> of(Attribution attribution, HeatScale scale, Marks marks, PageLimits limits) {
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        List<WordRow> rows = new ArrayList<>();
        List<WordScore> ranking = attribution.ranking();
        BitSet shown = ShownWords.largest(ranking, word -> marks.isOn(word.span()), limits.rows());
        int rank = 1;
        for (int i = 0; i < ranking.size(); i++) {
            WordScore word = ranking.get(i);
            rank = i > 0 && word.score() == ranking.get(i - 1).score() ? rank : i + 1;
            if (shown.get(i)) {
                rows.add(row(
                                String.valueOf(rank),
                                limits.line(word.text()),
                                limits.line(pieces(word, format)),
                                word.score(),
                                word.uncertainty(),
                                scale)
                        .marked(marks.on(word.span()), limits.line(marks.expectedOf(word.span()))));
            }
        }
        attribution.tokens().stream()
                .filter(token -> token.word().isEmpty())
                .limit(limits.rows())
                .forEach(token -> {
                    String kind = token.special() ? "special token" : "outside words";
                    rows.add(row("\u2013", limits.line(token.text()), kind, token.score(), token.uncertainty(), scale));
                });
        return List.copyOf(rows);
    }

    /** Returns how many rows a table of all would have. */
    static int all(Attribution attribution) {
        long outside = attribution.tokens().stream()
                .filter(token -> token.word().isEmpty())
                .count();
        return attribution.words().size() + (int) outside;
    }

    private static String pieces(WordScore word, ScoreFormat format) {
        if (word.pieces().size() < 2) {
            return "";
        }
        return word.pieces().stream()
                .map((TokenScore piece) -> VisibleText.inLine(piece.text()) + " " + format.signed(piece.score()))
                .collect(Collectors.joining(", "));
    }

    private static WordRow row(
            String rank, String word, String pieces, double score, double uncertainty, HeatScale scale) {
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        double share = scale.max() == 0 || Double.isNaN(score) ? 0 : Math.min(1, Math.abs(score) / scale.max());
        return new WordRow(
                rank,
                word,
                pieces,
                format.signed(score),
                format.plain(uncertainty),
                score > 0 ? "supports" : score < 0 ? "opposes" : "neutral",
                score > 0 ? "p" : score < 0 ? "n" : "",
                (int) Math.round(50 * share),
                "",
                "");
    }

    private WordRow marked(String numbers, String wanted) {
        return new WordRow(rank, word, pieces, score, uncertainty, sign, bar, percent, numbers, wanted);
    }
}
