package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.junit.AttributionLog;
import io.github.junitattrib.report.CorpusRecord;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import io.github.junitattrib.report.CorpusRecord.Slice;
import io.github.junitattrib.report.CorpusRecord.Worst;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the parts of a corpus came out: texts of some length, of a label, of a tag. Numbers are kept, no texts. */
final class Slices {

    /** A corpus may have a label or tag for each text; nobody reads so many rows. */
    private static final int MOST_OF_A_KIND = 50;

    private static final String OTHERS = "(others)";
    private static final String NO_LABEL = "(none)";
    private static final int[] LENGTHS = {5, 10, 20, 40, 80};

    private Counts all = Counts.NONE;
    /** By what the corpus is parted, then the parts. */
    private final Map<String, Map<String, Counts>> parts = new LinkedHashMap<>();

    Slices() {
        parts.put("number of words", new LinkedHashMap<>());
        for (int i = 0; i <= LENGTHS.length; i++) {
            parts("number of words").put(length(i), Counts.NONE);
        }
        List.of("label", "predicted class", "tag").forEach(by -> parts.put(by, new TreeMap<>()));
    }

    void add(Kind kind, Attribution attribution, Optional<CorpusCase> noted) {
        Counts one = counts(kind);
        all = all.plus(one);
        int words = attribution.words().size();
        int place = 0;
        while (place < LENGTHS.length && words > LENGTHS[place]) {
            place++;
        }
        add("number of words", length(place), one);
        predicted(attribution.prediction()).forEach(label -> add("predicted class", label, one));
        noted.flatMap(CorpusCase::label).ifPresent(label -> add("label", label, one));
        noted.map(CorpusCase::tags).orElse(List.of()).stream().distinct().forEach(tag -> add("tag", tag, one));
    }

    /** A regression predicts no class; where each label stands for itself, a text may have none or several. */
    private static List<String> predicted(Prediction prediction) {
        boolean none =
                prediction.kind() != ScoreKind.VALUES && prediction.predicted().isEmpty();
        return none ? List.of(NO_LABEL) : prediction.predicted();
    }

    /** Names the place of a text that shows what is wrong, if it is a case of a corpus. */
    static Worst worst(String text, String finding) {
        return new Worst(
                text,
                finding,
                AttributionLog.current().map(log -> log.originOf(text)).orElse(""));
    }

    CorpusRecord record(String number, List<Bin> histogram, List<Worst> worst) {
        List<Slice> slices = new ArrayList<>();
        parts.forEach((by, counts) -> counts.forEach((name, count) -> {
            if (!count.equals(Counts.NONE)) {
                slices.add(new Slice(by, name, count));
            }
        }));
        return new CorpusRecord(number, all, histogram, slices, worst);
    }

    static Counts counts(Kind kind) {
        return switch (kind) {
            case PASS -> new Counts(1, 0, 0, 0);
            case FAIL -> new Counts(0, 1, 0, 0);
            case INCONCLUSIVE -> new Counts(0, 0, 1, 0);
            case NOT_APPLICABLE, SKIPPED -> new Counts(0, 0, 0, 1);
        };
    }

    private void add(String by, String name, Counts one) {
        Map<String, Counts> counts = parts(by);
        String kept = counts.containsKey(name) || counts.size() < MOST_OF_A_KIND ? name : OTHERS;
        counts.merge(kept, one, Counts::plus);
    }

    private Map<String, Counts> parts(String by) {
        return parts.computeIfAbsent(by, unused -> new TreeMap<>());
    }

    private static String length(int place) {
        if (place == LENGTHS.length) {
            return "more than " + LENGTHS[place - 1];
        }
        return (place == 0 ? 1 : LENGTHS[place - 1] + 1) + " to " + LENGTHS[place];
    }
}
