package io.github.junitattrib.report;

import io.github.junitattrib.report.CorpusRecord.Counts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page of corpora shows, as text ready to be escaped.
 *
 * @param run id of the run
 * @param sections one for each check of many texts
 */
record CorporaView(String run, List<Section> sections) {

    static final String FILE = "corpora.html";

    static CorporaView of(RunIndex index) {
        List<Section> sections = new ArrayList<>();
        for (CorpusEntry entry : index.corpora()) {
            sections.add(section("c" + (sections.size() + 1), entry));
        }
        return new CorporaView(VisibleText.inLine(index.run()), sections);
    }

    private static Section section(String id, CorpusEntry entry) {
        CorpusRecord corpus = entry.corpus();
        long most = corpus.histogram().stream()
                .mapToLong(bin -> bin.counts().texts())
                .max()
                .orElse(1);
        Map<String, List<Line>> slices = new LinkedHashMap<>();
        corpus.slices()
                .forEach(slice -> slices.computeIfAbsent(VisibleText.inLine(slice.by()), unused -> new ArrayList<>())
                        .add(Line.of(
                                slice.name(), slice.counts(), slice.counts().texts())));
        return new Section(
                id,
                entry.view(),
                VisibleText.inLine(Headline.cut(entry.call())),
                entry.test().title(),
                entry.test().link(),
                Line.of("all", corpus.counts(), corpus.counts().texts()),
                VisibleText.inLine(corpus.number()),
                corpus.histogram().stream()
                        .map(bin -> Line.of(
                                CountFormat.number(bin.low()) + " to " + CountFormat.number(bin.high()),
                                bin.counts(),
                                most))
                        .toList(),
                slices,
                corpus.worst().stream()
                        .map(worst -> new Case(
                                VisibleText.inLine(Headline.cut(worst.text())),
                                VisibleText.inLine(Headline.cut(worst.finding())),
                                VisibleText.inLine(Headline.cut(worst.origin()))))
                        .toList());
    }

    String library() {
        return Library.NAME;
    }

    /**
     * A check of many texts.
     *
     * @param id of its section
     * @param verdict the outcome
     * @param call how the test wrote it
     * @param test the test
     * @param link link to its page
     * @param all how all texts came out
     * @param number what was measured; empty text if something was asked for instead
     * @param histogram how the number is distributed
     * @param slices how parts came out, by what they were parted by
     * @param worst the worst texts
     */
    record Section(
            String id,
            StatusView verdict,
            String call,
            String test,
            String link,
            Line all,
            String number,
            List<Line> histogram,
            Map<String, List<Line>> slices,
            List<Case> worst) {}

    /**
     * A row of a table with a bar.
     *
     * @param name what the texts have in common
     * @param counts how they came out
     * @param whole what the whole width of the bar stands for
     */
    record Line(String name, Counts counts, long whole) {

        static Line of(String name, Counts counts, long whole) {
            return new Line(VisibleText.inLine(Headline.cut(name)), counts, Math.max(1, whole));
        }

        /** The share of passed texts among those that the requirement applies to. */
        String share() {
            long applicable = counts.texts() - counts.notApplicable();
            return applicable == 0 ? "–" : CountFormat.percent((double) counts.passed() / applicable);
        }

        String passedWidth() {
            return width(counts.passed());
        }

        String failedWidth() {
            return width(counts.failed());
        }

        String openWidth() {
            return width(counts.inconclusive());
        }

        private String width(long part) {
            return CountFormat.width(100.0 * part / whole);
        }
    }

    /**
     * A text that shows what is wrong.
     *
     * @param text the text
     * @param finding its number, or what was said of it
     * @param origin where it stands in a corpus; empty text if that is not known
     */
    record Case(String text, String finding, String origin) {}
}
