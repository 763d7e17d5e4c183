package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A corpus of texts: of a file, read anew in each pass and never held as a whole, or of cases in memory.
 *
 * <pre>{@code
 * Corpus.from("classpath:reviews.jsonl").labeled("POSITIVE").sample(200, 7)
 * }</pre>
 *
 * <p>Files are JSON Lines, CSV or TSV, see {@link CorpusFormat}. Fields of a case: {@code text} (needed), {@code label},
 * {@code rationales}, {@code tags}, {@code id}; other columns and properties are left alone, unless one letter
 * tells them from a field that is not there. In JSON Lines, tags are an array
 * of texts; rationales one of words that stand in the text once, of {@code [start, end]} or of {@code {"start": …, "end": …}}
 * (UTF-16 units). In CSV and TSV, both have {@code ;} between them, and a stretch is {@code 4-9}.
 *
 * <p>Whatever is wrong with a line ends the pass with an {@link io.github.junitattrib.InvalidCorpusException} that names it;
 * so does a corpus without a case. Choices apply in the order of the calls.
 */
public final class Corpus implements Iterable<CorpusCase> {

    private final CorpusOrigin origin;
    private final List<Choice> choices;

    private Corpus(CorpusOrigin origin, List<Choice> choices) {
        this.origin = origin;
        this.choices = List.copyOf(choices);
    }

    /** One call that makes another pass of a pass, and may leave cases out. */
    private record Choice(String name, boolean narrows, UnaryOperator<CorpusCursor> made) {}

    /**
     * Takes the cases of a file; it is opened when they are read.
     *
     * @param location {@code classpath:…}, {@code file:…} or a path relative to the project's directory; the value of the
     *     system property stands for <code>${property}</code>
     * @return the corpus
     */
    public static Corpus from(String location) {
        return from(location, name -> Optional.ofNullable(System.getProperty(name)));
    }

    /**
     * Takes the cases of a file; it is opened when they are read.
     *
     * @param location {@code classpath:…}, {@code file:…} or a path relative to the project's directory
     * @param properties where <code>${property}</code> is looked up
     * @return the corpus
     */
    public static Corpus from(String location, Function<String, Optional<String>> properties) {
        Objects.requireNonNull(location, "A corpus needs a location: a file, file:… or classpath:….");
        return new Corpus(
                new CorpusOrigin.Read(new CorpusFile(location, properties, Optional.empty(), FieldNames.USUAL, false)),
                List.of());
    }

    /**
     * Takes cases that are in memory.
     *
     * @param cases the cases
     * @return the corpus
     */
    public static Corpus of(Collection<CorpusCase> cases) {
        return new Corpus(new CorpusOrigin.Given("the cases given", List.copyOf(cases)), List.of());
    }

    /**
     * Takes every text of a template.
     *
     * @param template with fillings for all slots
     * @return the corpus
     * @throws IllegalStateException if a slot has no fillings, or there would be more than a million texts
     */
    public static Corpus of(TextTemplate template) {
        List<CorpusCase> cases = template.texts().stream().map(CorpusCase::of).toList();
        return new Corpus(new CorpusOrigin.Given(template.toString(), cases), List.of());
    }

    /**
     * Reads a file in a format that its extension does not tell.
     *
     * @param format the format
     * @return a changed copy
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus format(CorpusFormat format) {
        return reading(file -> file.with(format));
    }

    /**
     * Leaves out the lines of a file that begin with {@code #}. None of the formats has comments, and texts may begin so.
     *
     * @return a changed copy
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus withComments() {
        return reading(CorpusFile::withComments);
    }

    /**
     * Names the column or property with the text.
     *
     * @param name as it stands in the file; {@code text} unless named
     * @return a changed copy
     * @throws IllegalArgumentException if it is blank, or named for another field
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus text(String name) {
        return reading(file -> file.with(CorpusField.TEXT, name));
    }

    /**
     * Names the column or property with the label, which every case must have then (null or an empty field for none).
     *
     * @param name as it stands in the file; {@code label} unless named
     * @return a changed copy
     * @throws IllegalArgumentException if it is blank, or named for another field
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus label(String name) {
        return reading(file -> file.with(CorpusField.LABEL, name));
    }

    /**
     * Names the column or property with the rationales, which every case must have then (null or an empty field for none).
     *
     * @param name as it stands in the file; {@code rationales} unless named
     * @return a changed copy
     * @throws IllegalArgumentException if it is blank, or named for another field
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus rationales(String name) {
        return reading(file -> file.with(CorpusField.RATIONALES, name));
    }

    /**
     * Names the column or property with the tags, which every case must have then (null or an empty field for none).
     *
     * @param name as it stands in the file; {@code tags} unless named
     * @return a changed copy
     * @throws IllegalArgumentException if it is blank, or named for another field
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus tags(String name) {
        return reading(file -> file.with(CorpusField.TAGS, name));
    }

    /**
     * Names the column or property with the id, which every case must have then (null or an empty field for none).
     *
     * @param name as it stands in the file; {@code id} unless named
     * @return a changed copy
     * @throws IllegalArgumentException if it is blank, or named for another field
     * @throws IllegalStateException if the cases are not those of a file
     */
    public Corpus id(String name) {
        return reading(file -> file.with(CorpusField.ID, name));
    }

    /**
     * Keeps the cases with one of some labels.
     *
     * @param labels at least one, as the corpus spells them
     * @return a changed copy
     * @throws IllegalArgumentException if there is none
     */
    public Corpus labeled(String... labels) {
        Set<String> wanted = wanted(labels, "labeled");
        return choosing("labeled" + wanted, wanted, one -> one.label().stream().toList());
    }

    /**
     * Keeps the cases with one of some tags.
     *
     * @param tags at least one
     * @return a changed copy
     * @throws IllegalArgumentException if there is none
     */
    public Corpus tagged(String... tags) {
        Set<String> wanted = wanted(tags, "tagged");
        return choosing("tagged" + wanted, wanted, CorpusCase::tags);
    }

    /**
     * Keeps the cases that satisfy a predicate.
     *
     * @param predicate says which to keep
     * @return a changed copy
     */
    public Corpus where(Predicate<CorpusCase> predicate) {
        Objects.requireNonNull(predicate, "Say which cases to keep.");
        return with(new Choice("where(..)", true, all -> new Chosen(all, predicate, one -> List.of())));
    }

    /**
     * Changes each case, such as the labels of a corpus that numbers them.
     *
     * @param change makes another case of each
     * @return a changed copy
     */
    public Corpus map(UnaryOperator<CorpusCase> change) {
        return with(new Choice("map(..)", false, all -> new Renewed(all, change)));
    }

    /**
     * Keeps the first cases; what stands behind them is not read.
     *
     * @param most how many at most
     * @return a changed copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Corpus limit(long most) {
        requireSome(most, "limit");
        return with(new Choice("limit(" + most + ")", true, all -> new Limited(all, most)));
    }

    /**
     * Draws cases without repetition, each subset being equally likely; they stay in the order of the corpus, which is read to
     * its end.
     *
     * @param most how many; all if there are fewer
     * @param seed which ones: the same for the same seed
     * @return a changed copy
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Corpus sample(int most, long seed) {
        requireSome(most, "sample");
        return with(new Choice(
                "sample(" + most + ", " + seed + ")", true, all -> new Sampled(all, new Reservoir(most, seed))));
    }

    /**
     * Begins a pass, to be closed; its end and any error close it too.
     *
     * @return the first case is read when it is asked for
     * @throws io.github.junitattrib.InvalidCorpusException if there is no such file
     */
    public CorpusCursor open() {
        CorpusCursor cursor =
                new NotEmpty(origin.open(), () -> "The corpus " + origin.name() + " has no cases. Give at least one.");
        List<Chosen> chosen = new ArrayList<>();
        for (Choice choice : choices) {
            cursor = choice.made().apply(cursor);
            if (cursor instanceof Chosen one) {
                chosen.add(one);
            }
        }
        return new NotEmpty(cursor, () -> noneLeft(chosen));
    }

    private String noneLeft(List<Chosen> chosen) {
        String calls = choices.stream().map(Choice::name).collect(Collectors.joining("."));
        Optional<String> there =
                chosen.stream().flatMap(one -> one.left().stream()).findFirst();
        return "No case of the corpus " + origin.name() + " is left by " + calls + ". "
                + there.map(words -> "There are " + words + ": choose among them.")
                        .orElse("Check labels and tags, which are spelled as in the file, or choose others.");
    }

    /** Begins a pass that its end closes; one that may be left before is {@link #open()} or {@link #stream()}. */
    @Override
    public Iterator<CorpusCase> iterator() {
        return open();
    }

    /**
     * Streams the cases.
     *
     * @return a stream that closes the file when it is closed, or at its end
     * @throws io.github.junitattrib.InvalidCorpusException if there is no such file
     */
    public Stream<CorpusCase> stream() {
        CorpusCursor cursor = open();
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .onClose(cursor::close);
    }

    /**
     * Reads all cases into memory.
     *
     * @return the cases, such as for {@code igLabeled(..)}
     * @throws io.github.junitattrib.InvalidCorpusException if there is no such file, or something is wrong with a line
     */
    public List<CorpusCase> toList() {
        List<CorpusCase> all = new ArrayList<>();
        forEach(all::add);
        return List.copyOf(all);
    }

    /**
     * Names where the cases come from, whichever of them are chosen.
     *
     * @return the location of the file as it is written, the template, or that cases were given
     */
    public String source() {
        return origin.name();
    }

    /**
     * Says whether all cases are kept.
     *
     * @return false if one of the calls may leave some out
     */
    public boolean isWhole() {
        return choices.stream().noneMatch(Choice::narrows);
    }

    private Corpus reading(UnaryOperator<CorpusFile> change) {
        if (!(origin instanceof CorpusOrigin.Read read)) {
            throw new IllegalStateException(
                    "A format and its columns are those of a file, but the cases are " + origin.name() + ".");
        }
        return new Corpus(new CorpusOrigin.Read(change.apply(read.file())), choices);
    }

    private Corpus choosing(String name, Set<String> wanted, Function<CorpusCase, Collection<String>> words) {
        return with(new Choice(
                name,
                true,
                all -> new Chosen(all, one -> words.apply(one).stream().anyMatch(wanted::contains), words)));
    }

    private Corpus with(Choice choice) {
        List<Choice> more = new ArrayList<>(choices);
        more.add(choice);
        return new Corpus(origin, more);
    }

    private static Set<String> wanted(String[] words, String call) {
        if (words.length == 0) {
            throw new IllegalArgumentException(
                    call + "() keeps no case. Name at least one, or leave it out for all of them.");
        }
        return new LinkedHashSet<>(List.of(words));
    }

    private static void requireSome(long most, String call) {
        if (most < 1) {
            throw new IllegalArgumentException(
                    call + "(" + most + ") would leave no case. Give 1 or more, or leave it out for all of them.");
        }
    }

    /** The file, template or cases, with the calls that choose among them. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(origin.name());
        choices.forEach(choice -> text.append('.').append(choice.name()));
        return text.toString();
    }
}
