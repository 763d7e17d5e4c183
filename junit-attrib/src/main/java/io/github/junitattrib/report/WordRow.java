package io.github.junitattrib.report;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.TokenScore;
import io.github.junitattrib.WordScore;
import java.util.ArrayList;
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
        String marks) {

    static List<WordRow> of(Attribution attribution, HeatScale scale, Marks marks) {
        ScoreFormat format = ScoreFormat.upTo(scale.max());
        List<WordRow> rows = new ArrayList<>();
        List<WordScore> ranking = attribution.ranking();
        int rank = 1;
        for (int i = 0; i < ranking.size(); i++) {
            WordScore word = ranking.get(i);
            rank = i > 0 && word.score() == ranking.get(i - 1).score() ? rank : i + 1;
            rows.add(row(
                    String.valueOf(rank),
                    word.text(),
                    pieces(word, format),
                    word.score(),
                    word.uncertainty(),
                    marks.on(word.span()),
                    scale,
                    format));
        }
        for (TokenScore token : attribution.tokens()) {
            if (token.word().isEmpty()) {
                String kind = token.special() ? "special token" : "outside words";
                rows.add(row("\u2013", token.text(), kind, token.score(), token.uncertainty(), "", scale, format));
            }
        }
        return List.copyOf(rows);
    }

    private static String pieces(WordScore word, ScoreFormat format) {
        if (word.pieces().size() < 2) {
            return "";
        }
        return word.pieces().stream()
                .map(piece -> VisibleText.inLine(piece.text()) + " " + format.signed(piece.score()))
                .collect(Collectors.joining(", "));
    }

    private static WordRow row(
            String rank,
            String word,
            String pieces,
            double score,
            double uncertainty,
            String marks,
            HeatScale scale,
            ScoreFormat format) {
        double share = scale.max() == 0 || Double.isNaN(score) ? 0 : Math.min(1, Math.abs(score) / scale.max());
        return new WordRow(
                rank,
                VisibleText.inLine(word),
                pieces,
                format.signed(score),
                format.plain(uncertainty),
                score > 0 ? "supports" : score < 0 ? "opposes" : "neutral",
                score > 0 ? "p" : score < 0 ? "n" : "",
                (int) Math.round(50 * share),
                marks);
    }
}
