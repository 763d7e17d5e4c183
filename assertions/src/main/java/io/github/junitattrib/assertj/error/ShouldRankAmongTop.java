package io.github.junitattrib.assertj.error;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.text.WordSelection;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.error.ErrorMessageFactory;

/** Makes the messages of a word that is expected among the top ones. */
public final class ShouldRankAmongTop extends Sentence {

    private static final int NAMED = 3;

    private ShouldRankAmongTop(String sentence, Evidence evidence) {
        super(sentence, evidence);
    }

    /**
     * Says that at least k others certainly rank above the word.
     *
     * @param attribution what was judged
     * @param k how many words count as top
     * @param above the word against each of those that certainly rank above it, the strongest first
     * @return the message
     */
    public static ErrorMessageFactory shouldRankAmongTop(Attribution attribution, int k, List<Margin> above) {
        Margin nearest = above.get(k - 1);
        WordSelection word = nearest.first();
        String standing = Standing.of(attribution, word, nearest.by());
        return new ShouldRankAmongTop(
                "Expected " + WordNames.quoted(attribution, word) + " to be among the top " + k + " "
                        + Phrases.toward(attribution, nearest.by()) + ", but " + standing + ", behind "
                        + names(attribution, above) + ".",
                evidence(attribution, k, nearest));
    }

    /**
     * Says between which ranks the word may be.
     *
     * @param attribution what was judged
     * @param k how many words count as top
     * @param best the best rank that the error bars allow, from 1
     * @param worst the worst
     * @param nearest the word against the rival that decides
     * @return the message
     */
    public static ErrorMessageFactory unclearTop(Attribution attribution, int k, int best, int worst, Margin nearest) {
        String question = WordNames.quoted(attribution, nearest.first()) + " is among the top " + k + " "
                + Phrases.toward(attribution, nearest.by());
        Evidence evidence = evidence(attribution, k, nearest);
        if (!attribution.convergence().converged()) {
            return CannotTell.unsettled(attribution, question, evidence);
        }
        return CannotTell.because(
                question,
                "within the error bars it may be anywhere from " + Ordinals.of(best) + " to " + Ordinals.of(worst),
                Remedies.tie(attribution, nearest),
                evidence);
    }

    private static String names(Attribution attribution, List<Margin> above) {
        List<String> names = new ArrayList<>(above.stream()
                .limit(NAMED)
                .map(margin -> WordNames.quoted(attribution, margin.second()))
                .toList());
        if (above.size() > NAMED) {
            names.add((above.size() - NAMED) + " more");
        }
        return Phrases.joined(names, " and ");
    }

    private static Evidence evidence(Attribution attribution, int k, Margin nearest) {
        return new Evidence(attribution)
                .margin(nearest)
                .note(nearest.first().span(), "expected among the top " + k)
                .note(nearest.second().span(), "rival of " + WordNames.quoted(attribution, nearest.first()));
    }
}
