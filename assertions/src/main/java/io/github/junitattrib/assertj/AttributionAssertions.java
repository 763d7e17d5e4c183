package io.github.junitattrib.assertj;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.Variants;
import io.github.junitattrib.text.WordSelector;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Entry point of assertions on attributions.
 *
 * <pre>{@code
 * assertThat(ig("They said it was great")).ranks("great").above("said"); // passes
 * assertThat(ig("They said it was great")).ranks("said").above("great"); // fails
 * }</pre>
 *
 * <p>It may be imported statically beside AssertJ's own {@code Assertions}: it does not extend that class, because two
 * libraries that do so cannot be imported together.
 */
public final class AttributionAssertions {

    private AttributionAssertions() {}

    /**
     * Begins assertions on an attribution.
     *
     * @param actual the attribution to judge
     * @return its assertions
     */
    public static AttributionAssert assertThat(Attribution actual) {
        return new AttributionAssert(actual);
    }

    /**
     * Computes the attribution, once, and begins assertions on it.
     *
     * @param request what is to be explained
     * @return assertions on the result
     * @throws io.github.junitattrib.AttributionException if the model, the text or the target does not allow it
     */
    public static AttributionAssert assertThat(AttributionRequest request) {
        return Asked.about(request, AttributionAssertions::assertThat);
    }

    /**
     * Begins assertions on the explanations of many texts: of all, of a share of them, or of a quantile of a number.
     *
     * @param actual what is to be explained, such as {@code igAll(texts)}
     * @return assertions on all of them
     */
    public static AttributionListAssert assertThatAll(List<AttributionRequest> actual) {
        return new AttributionListAssert(actual);
    }

    /**
     * Begins assertions on the explanations of a corpus: of all texts, of a share of them, or of a quantile of a number. It is
     * read and explained some texts at a time, so that it may be of any length.
     *
     * <pre>{@code
     * Corpus reviews = Corpus.of(CorpusCase.labeled(List.of("It was great", "The film was great"), "POSITIVE"));
     * assertThatAll(reviews, one -> ig(one.text()).toward(one.goldLabel())).allSatisfy(each -> each.hasTopToken("great")); // passes
     * assertThatAll(reviews, one -> ig(one.text()).toward(one.goldLabel())).allSatisfy(each -> each.hasTopToken("was")); // fails
     * }</pre>
     *
     * @param corpus the cases, such as those of {@code Corpus.from("classpath:reviews.jsonl")}
     * @param request what is to be explained of each
     * @return assertions on all of them
     */
    public static CorpusAssert assertThatAll(Corpus corpus, Function<CorpusCase, AttributionRequest> request) {
        return new CorpusAssert(new CorpusRequests(corpus, request));
    }

    /**
     * Begins assertions on a method and its model: do the scores satisfy the axioms?
     *
     * @param actual a method with its model, target and baseline, such as a test gets injected
     * @return its assertions
     */
    public static AxiomAssert assertThat(AttributionRunner actual) {
        return new AxiomAssert(actual);
    }

    /**
     * Begins assertions on a method: go on with {@code on(model)}, or with functions.
     *
     * @param actual the method with its options
     * @return its assertions
     */
    public static MethodAssert assertThat(AttributionMethod actual) {
        return new MethodAssert(actual);
    }

    /**
     * Begins assertions on models that are meant to compute the same function.
     *
     * @param actual at least two models, as {@code Attributions.variants(..)} lists them
     * @return their assertions
     */
    public static ModelVariantsAssert assertThat(Variants actual) {
        return new ModelVariantsAssert(actual);
    }

    /**
     * Begins assertions on a release candidate beside the released model.
     *
     * @param actual two models and a corpus, as {@code @CompareModels} gives them to a test
     * @return its assertions
     */
    public static ModelComparisonAssert assertThat(ModelComparison actual) {
        return new ModelComparisonAssert(actual);
    }

    /**
     * Names a word or phrase by its text, to be narrowed by {@code occurrence(n)} where it stands several times.
     *
     * @param text the word as it stands in the text
     * @return the selector
     * @throws IllegalArgumentException if the text is blank
     */
    public static WordSelector.ByText word(String text) {
        return WordSelector.word(text);
    }

    /**
     * Names a stretch of the text by its UTF-16 offsets; both ends must be ends of tokens.
     *
     * @param start first UTF-16 unit, from 0
     * @param end first unit behind the stretch
     * @return the selector
     * @throws IllegalArgumentException if the span is empty or its ends are in the wrong order
     */
    public static WordSelector span(int start, int end) {
        return WordSelector.span(start, end);
    }

    /**
     * Names whole words by a regular expression, to be narrowed by {@code occurrence(n)} where several match.
     *
     * @param regex the expression, see {@link WordSelector#matching(String)}
     * @return the selector
     * @throws IllegalArgumentException if it is blank or no expression
     */
    public static WordSelector.ByPattern matching(String regex) {
        return WordSelector.matching(regex);
    }

    /**
     * Names whole words by a regular expression with flags, to be narrowed by {@code occurrence(n)} where several match.
     *
     * @param pattern the expression, see {@link WordSelector#matching(Pattern)}
     * @return the selector
     * @throws IllegalArgumentException if it is blank
     */
    public static WordSelector.ByPattern matching(Pattern pattern) {
        return WordSelector.matching(pattern);
    }

    /**
     * Names a token of the model, to be narrowed by {@code occurrence(n)} where it stands several times.
     *
     * @param piece the token as the tokenizer prints it, such as {@code ##ing}
     * @return the selector
     * @throws IllegalArgumentException if it is empty
     */
    public static WordSelector.ByToken token(String piece) {
        return WordSelector.token(piece);
    }

    /**
     * Names the words that a person gives as reason.
     *
     * @param words at least one word or phrase, each at one place of the text
     * @return the rationale
     * @throws IllegalArgumentException if there is none, or one is blank
     */
    public static HumanRationale rationale(String... words) {
        return rationale(NamedWords.selectors(words));
    }

    /**
     * Names the words that a person gives as reason.
     *
     * @param words at least one word, phrase or stretch, each at one place of the text
     * @return the rationale
     * @throws IllegalArgumentException if there is none
     */
    public static HumanRationale rationale(WordSelector... words) {
        return HumanRationale.of(NamedWords.given(words));
    }

    /**
     * Wants two attributions to put the words in similar orders, by Spearman's correlation of the ranks.
     *
     * @param least the lowest that will do, from −1 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RankAgreement#spearman()}
     * @throws IllegalArgumentException if it is no correlation
     */
    public static AgreementCriterion spearmanAtLeast(double least) {
        return AgreementCriterion.spearman(least);
    }

    /**
     * Wants two attributions to put pairs of words in the same order, by Kendall's correlation.
     *
     * @param least the lowest that will do, from −1 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RankAgreement#kendall()}
     * @throws IllegalArgumentException if it is no correlation
     */
    public static AgreementCriterion kendallAtLeast(double least) {
        return AgreementCriterion.kendall(least);
    }

    /**
     * Wants two attributions to have the same words at the top, by the Jaccard index of both sets.
     *
     * @param k how many words are the top
     * @param least the lowest that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RankAgreement#jaccard(int)}
     * @throws IllegalArgumentException if it is no such index
     */
    public static AgreementCriterion topTokensOverlapAtLeast(int k, double least) {
        return AgreementCriterion.overlap(k, least);
    }

    /**
     * Wants two attributions to give words the same sign.
     *
     * @param least the smallest share of the words that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RankAgreement#signs()}
     * @throws IllegalArgumentException if it is no share
     */
    public static AgreementCriterion signsAgreeAtLeast(double least) {
        return AgreementCriterion.signs(least);
    }

    /**
     * Wants the words of a rationale to rank above the others, by the area under the precision-recall curve.
     *
     * @param least the lowest that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RationaleAgreement#auprc()}
     * @throws IllegalArgumentException if it is no such area
     */
    public static RationaleCriterion auprcAtLeast(double least) {
        return RationaleCriterion.auprc(least);
    }

    /**
     * Wants the words of a rationale to rank above the others, by the average precision.
     *
     * @param least the lowest that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RationaleAgreement#averagePrecision()}
     * @throws IllegalArgumentException if it is no such number
     */
    public static RationaleCriterion averagePrecisionAtLeast(double least) {
        return RationaleCriterion.averagePrecision(least);
    }

    /**
     * Wants as many top words as a rationale has to be those of the rationale, by ERASER's token F1.
     *
     * @param least the lowest that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RationaleAgreement#tokenF1(int)}
     * @throws IllegalArgumentException if it is no such number
     */
    public static RationaleCriterion tokenF1AtLeast(double least) {
        return RationaleCriterion.tokenF1(least);
    }

    /**
     * Wants as many top words as a rationale has to be those of the rationale, by intersection over union.
     *
     * @param least the lowest that will do, from 0 to 1
     * @return the criterion, see {@link io.github.junitattrib.metric.RationaleAgreement#iou(int)}
     * @throws IllegalArgumentException if it is no such number
     */
    public static RationaleCriterion iouAtLeast(double least) {
        return RationaleCriterion.iou(least);
    }
}
