package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.WordScore;
import io.github.junitattrib.approved.Approval;
import io.github.junitattrib.approved.Drift;
import io.github.junitattrib.approved.WordDrift;
import io.github.junitattrib.report.AttributionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of an attribution that should be as it was approved. */
public final class ShouldMatchApproved extends Sentence {

    private static final int NAMED = 3;

    private ShouldMatchApproved(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /** Where a person finds the files, and how to accept what is there now; what could not be written has no place. */
    public record Places(String approved, String received, String rerun) {}

    /**
     * Says what has drifted: another prediction first, then words, signs, the top word and the order.
     *
     * @param drift the comparison
     * @param places files and command
     * @return the message
     */
    public static ErrorMessageFactory shouldMatchApproved(Drift drift, Places places) {
        List<String> changes = changes(drift);
        return new ShouldMatchApproved(
                "Expected the reasons toward " + drift.now().label() + " to be as approved, but " + changes.get(0)
                        + ".",
                evidence(drift, changes.subList(1, changes.size()), places));
    }

    /**
     * Says that error bars decide whether it has drifted.
     *
     * @param drift the comparison
     * @param places files and command
     * @return the message
     */
    public static ErrorMessageFactory unclearDrift(Drift drift, Places places) {
        return new ShouldMatchApproved(
                "Cannot tell whether the reasons toward " + drift.now().label()
                        + " are as approved: the uncertainty of the scores allows both. " + Remedies.bars(drift.now()),
                evidence(drift, changes(drift), places));
    }

    /**
     * Says that nothing was approved yet.
     *
     * @param attribution what was judged
     * @param missing what the file has in its place
     * @param places files and command
     * @return the message
     */
    public static ErrorMessageFactory shouldHaveApproved(
            Attribution attribution, Approval.Missing missing, Places places) {
        String others = missing.others().isEmpty()
                ? ""
                : " There is one of this text by "
                        + missing.others().stream()
                                .map(other -> AttributionText.methodName(other) + " toward " + other.label())
                                .collect(Collectors.joining(" and by "))
                        + ".";
        Evidence evidence = new Evidence(attribution).fact("approved", "none in " + places.approved());
        if (!places.received().isEmpty()) {
            evidence.fact("received", places.received());
        }
        return new ShouldMatchApproved(
                "Expected an approved attribution toward " + attribution.label() + ", but there is none." + others
                        + missing.abandoned()
                                .map(file -> " The same text is approved in " + file.getFileName()
                                        + ", whose test is gone: rename that file to "
                                        + missing.file().getFileName() + ", or look at this one, and approve it")
                                .orElse(" Look at this one, and approve it")
                        + " with -Dattrib.approved=create.",
                evidence.fact("approve", places.rerun() + " -Dattrib.approved=create"));
    }

    /**
     * Says that the scores have nothing that could drift.
     *
     * @param attribution what was judged
     * @return the message
     */
    public static ErrorMessageFactory nothingToApprove(Attribution attribution) {
        return new ShouldMatchApproved(
                "Cannot approve the reasons toward " + attribution.label()
                        + ", because no two words of the text are clearly apart, so that nothing could drift. Take a longer"
                        + " text, or give the method more evaluations.",
                new Evidence(attribution));
    }

    private static Evidence evidence(Drift drift, List<String> changes, Places places) {
        Evidence evidence = new Evidence(drift.now());
        if (!changes.isEmpty()) {
            evidence.fact("also", String.join("; ", changes));
        }
        if (drift.changesTarget()) {
            evidence.fact(
                    "compared",
                    "no scores: those approved are toward " + drift.approved().label());
        } else if (drift.hasSameWords() && !losesOrder(drift)) {
            evidence.fact("order", order(drift));
        }
        evidence.fact("approved", places.approved());
        if (!places.received().isEmpty()) {
            evidence.fact("received", places.received());
        }
        evidence.fact("accept", places.rerun() + " -Dattrib.approved=update");
        Numbers numbers = Numbers.of(drift.now());
        drift.words().stream()
                .filter(word -> word.rise() != 0 || drift.flips().contains(word))
                .forEach(word -> evidence.note(
                        word.now().span(),
                        "was " + Ordinals.of(word.approvedRank()) + ", "
                                + numbers.signed(word.approved().score())
                                + (drift.flips().contains(word) ? ", other sign" : "")));
        return evidence;
    }

    private static String order(Drift drift) {
        return String.format(Locale.ROOT, "%.3f", drift.order()) + " of 1 is kept (Somers' D, at least "
                + drift.tolerance().order() + ")";
    }

    /** What is wrong, the gravest first; what is within the tolerance is not told. */
    private static List<String> changes(Drift drift) {
        List<String> changes = new ArrayList<>();
        if (drift.changesPrediction()) {
            changes.add("the model now predicts " + predicted(drift.now()) + " and not " + predicted(drift.approved()));
        }
        if (!drift.hasSameWords()) {
            changes.add(
                    "the text is cut into other words: " + texts(drift.now()) + " and not " + texts(drift.approved()));
            return changes;
        }
        List<WordDrift> flips = drift.flips();
        if (flips.size() > drift.tolerance().flips()) {
            changes.add(Phrases.joined(
                            flips.stream()
                                    .limit(NAMED)
                                    .map(word -> flip(drift, word))
                                    .toList(),
                            " and ")
                    + (flips.size() > NAMED ? ", and " + (flips.size() - NAMED) + " more" : ""));
        }
        if (drift.tolerance().keepsTop()) {
            drift.lostTop()
                    .ifPresent(top -> changes.add(
                            quoted(drift, top) + " is no longer the top word but " + Ordinals.of(top.rank())));
        }
        if (losesOrder(drift)) {
            changes.add("its words have another order: " + order(drift));
        }
        return changes;
    }

    /** Labels that stand for themselves may be several or none. */
    private static String predicted(Attribution attribution) {
        List<String> labels = attribution.prediction().predicted();
        return labels.isEmpty() ? "no label" : Phrases.joined(labels, " and ");
    }

    private static boolean losesOrder(Drift drift) {
        return drift.order() < drift.tolerance().order();
    }

    private static String flip(Drift drift, WordDrift word) {
        Numbers numbers = Numbers.of(drift.now());
        return quoted(drift, word) + " changed its sign from "
                + numbers.signed(word.approved().score()) + " to "
                + numbers.signed(word.now().score());
    }

    private static String quoted(Drift drift, WordDrift word) {
        return WordNames.quoted(drift.now(), word.now().text(), word.now().span());
    }

    private static String texts(Attribution attribution) {
        return attribution.words().stream().map(WordScore::text).toList().toString();
    }
}
