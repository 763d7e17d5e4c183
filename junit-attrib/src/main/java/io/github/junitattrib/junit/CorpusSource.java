package io.github.junitattrib.junit;

import io.github.junitattrib.corpus.CorpusFormat;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once for each case of a corpus: of a file, or of a template.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @CorpusSource("classpath:reviews.jsonl")
 * void keysOnWhatPeopleMarked(CorpusCase review) {
 *   assertThat(ig(review.text()).toward(review.goldLabel())).matchesRationale(review.rationale(), auprcAtLeast(0.8));
 * }
 *
 * @ParameterizedTest
 * @CorpusSource(value = "src/test/reviews.tsv", text = "sentence", sample = 50, seed = 7)
 * void isPredicted(String text, String label) {
 *   assertThat(ig(text)).predicts(label);
 * }
 * }</pre>
 *
 * <p>A parameter {@link io.github.junitattrib.corpus.CorpusCase} is the case; parameters of other types (a String, or what
 * JUnit converts it to, such as an enum) are its text, label and id, in this order. Parameters that extensions resolve stand
 * behind them. Files are read as {@link io.github.junitattrib.corpus.Corpus} says, while the tests run; what is wrong with a
 * line fails the test method. Invocations are named by id or line, and the beginning of the text.
 *
 * <p>It may be repeated, and stand on annotations of one's own. It needs {@code junit-jupiter-params}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(CorpusSource.Several.class)
@ArgumentsSource(CorpusArguments.class)
public @interface CorpusSource {

    /**
     * Where the file is: {@code classpath:…}, {@code file:…} or a path relative to the project's directory; the value of the
     * configuration parameter or system property stands for <code>${property}</code>.
     *
     * @return the location; empty text where there is a template
     */
    String value() default "";

    /**
     * Says how the file is written, if its extension does not.
     *
     * @return one format or none
     */
    CorpusFormat[] format() default {};

    /**
     * Leaves out lines that begin with {@code #}.
     *
     * @return whether the file has such comments
     */
    boolean comments() default false;

    /**
     * Names the column or property with the text.
     *
     * @return its name; {@code text} unless named
     */
    String text() default "";

    /**
     * Names the column or property with the label, which every case must have then.
     *
     * @return its name; {@code label} unless named
     */
    String label() default "";

    /**
     * Names the column or property with the rationales, which every case must have then.
     *
     * @return its name; {@code rationales} unless named
     */
    String rationales() default "";

    /**
     * Names the column or property with the tags, which every case must have then.
     *
     * @return its name; {@code tags} unless named
     */
    String tags() default "";

    /**
     * Names the column or property with the id, which every case must have then.
     *
     * @return its name; {@code id} unless named
     */
    String id() default "";

    /**
     * Keeps the cases with one of these labels.
     *
     * @return labels as the file spells them; none for all cases
     */
    String[] labeled() default {};

    /**
     * Keeps the cases with one of these tags.
     *
     * @return tags; none for all cases
     */
    String[] tagged() default {};

    /**
     * Keeps the first cases, of those with the labels and tags.
     *
     * @return how many at most; 0 for all
     */
    long limit() default 0;

    /**
     * Draws cases, of those that the limit leaves; they stay in the order of the file.
     *
     * @return how many at most; 0 for all
     */
    int sample() default 0;

    /**
     * Says which cases are drawn.
     *
     * @return the same cases for the same seed
     */
    long seed() default 1;

    /**
     * Gives a text with slots in place of a file, see {@link io.github.junitattrib.corpus.TextTemplate}.
     *
     * @return such as <code>{name} said the film was {adj}</code>; empty text where there is a file
     */
    String template() default "";

    /**
     * Says what may stand in the slots of the template; all combinations are cases.
     *
     * @return one for each slot
     */
    Slot[] slots() default {};

    /** What may stand in a slot of a template. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({})
    @interface Slot {

        /**
         * Names the slot.
         *
         * @return its name, without braces
         */
        String name();

        /**
         * Lists what may stand there.
         *
         * @return at least one filling
         */
        String[] fillings();
    }

    /** Several corpora for one test. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @interface Several {

        /**
         * Lists them.
         *
         * @return the sources, in their order
         */
        CorpusSource[] value();
    }
}
