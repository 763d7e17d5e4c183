package io.github.junitattrib.gate;

import io.github.junitattrib.corpus.SeenIds;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a comparison of two models found: figures of all cases and of slices, words, and the worst cases. */
public final class ComparisonResult {

    private final ComparedModels models;
    private final Figures all = new Figures();
    private final Slices slices = new Slices();
    private final WordShares words = new WordShares();
    private final WorstCases worst = new WorstCases(ComparedCase::severity);
    private final CasesByKind kinds = new CasesByKind();
    private final FailingCases failing = new FailingCases();
    private final SeenIds names = new SeenIds();

    ComparisonResult(ComparedModels models) {
        this.models = models;
    }

    void add(ComparedCase one) {
        all.add(one);
        CaseShares shares = CaseShares.of(one);
        Set<CaseKind> ofCase = CaseKind.of(one);
        slices.add(one, shares, ofCase);
        words.add(one, shares);
        worst.add(one);
        kinds.add(one, ofCase);
        failing.add(one);
        names.add(one.name(), all.cases());
    }

    /**
     * Names what was compared.
     *
     * @return models, corpus and method
     */
    public ComparedModels models() {
        return models;
    }

    /**
     * Returns the figures of all cases.
     *
     * @return the figures
     */
    public Figures all() {
        return all;
    }

    /**
     * Returns the figures of slices: {@code negation} for a tag, {@code label.POSITIVE} for a label, {@code words.6-10} for
     * texts of that many words.
     *
     * @return in the order of their names
     */
    public Map<String, Figures> slices() {
        return Collections.unmodifiableMap(slices.toMap());
    }

    /**
     * Returns the figures of one slice.
     *
     * @param name as in {@link #slices()}
     * @return empty if no case is in it
     */
    public Optional<Figures> slice(String name) {
        return Optional.ofNullable(slices.toMap().get(name));
    }

    /**
     * Returns how much words make up of the reasons in one slice, toward each class apart.
     *
     * @param slice as in {@link #slices()}
     * @param texts in how many texts of a class a word of the slice must be to count
     * @return those that gained most first; none if no case is in the slice
     */
    public List<WordShare> words(String slice, long texts) {
        return slices.words(slice, texts);
    }

    /**
     * Returns how much words make up of the reasons, toward each class apart.
     *
     * @param texts in how many texts of a class a word must be to count
     * @return those that gained most first
     */
    public List<WordShare> words(long texts) {
        return words.byGain(texts);
    }

    /**
     * Returns the word by which a limit of the rise of words is kept or broken: of those that certainly exceed it, the one
     * that does so furthest; if none does, of those that may, the one that may rise furthest; else the one that rose most.
     *
     * @param texts in how many texts of a class a word must be to count
     * @param limit the largest rise that is allowed
     * @return empty if no word is in so many
     */
    public Optional<WordShare> furthest(long texts, double limit) {
        List<WordShare> words = words(texts);
        return words.stream()
                .filter(word -> word.rise().low() > limit)
                .max(Comparator.comparingDouble(word -> word.rise().low()))
                .or(() -> words.stream()
                        .filter(word -> word.rise().high() > limit)
                        .max(Comparator.comparingDouble(word -> word.rise().high())))
                .or(() -> words.stream().findFirst());
    }

    /**
     * Returns a case that shows what a word gained: the one in which its share rose most, of the few words that gained most;
     * of others one of the worst cases that has it.
     *
     * @param word one of {@link #words(long)}
     * @return empty if no case with the word is kept
     */
    public Optional<ComparedCase> caseOf(WordShare word) {
        return words.caseOf(word)
                .or(() -> worst().stream()
                        .filter(one -> one.candidate().label().equals(word.target())
                                && !one.places(word.word()).isEmpty())
                        .findFirst());
    }

    /**
     * Returns the words that speak most against the label where the candidate is wrong.
     *
     * @return the most frequent first
     */
    public List<MisleadingWord> misleadingWords() {
        return words.misleading();
    }

    /**
     * Returns the cases of one kind.
     *
     * @param kind what became of them
     * @param settings by which reasons count as the same
     * @return how many there are, and the worst of them
     */
    public CaseList cases(CaseKind kind, GateSettings settings) {
        return kinds.list(kind, settings);
    }

    /** The few worst cases of one kind in a slice; none where there are so many slices that it gave way. */
    List<ComparedCase> cases(CaseKind kind, String slice, GateSettings settings) {
        return slices.cases(slice, kind).stream()
                .filter(one -> kind != CaseKind.REASONS || one.hasOtherReasons(settings.agreement()))
                .toList();
    }

    /**
     * Returns the cases that most deserve a look, of whatever kind.
     *
     * @return ten at most, the worst first
     */
    public List<ComparedCase> worst() {
        return worst.toList();
    }

    /**
     * Returns the cases that the candidate fails.
     *
     * @return in the order of the corpus, the first 10,000 of them, with names of 10,000,000 characters together
     */
    public List<FailingCase> failing() {
        return List.copyOf(failing.failing().named());
    }

    /** How many cases that the candidate fails are too many to be named. */
    long unnamedFailures() {
        return failing.failing().unnamed();
    }

    /** The same of cases of which nobody can tell. */
    long unnamedUnclear() {
        return failing.unclear().unnamed();
    }

    /** How often a word was forgotten, as there were too many. */
    long forgottenWords() {
        return words.forgotten();
    }

    /** In how many texts a forgotten word may be at most. */
    long forgottenTexts() {
        return words.forgottenTexts();
    }

    /** Whether there is a case of this id, or text. */
    boolean hasCase(String name) {
        return names.contains(name);
    }

    /** The cases of which nobody can tell whether the candidate fails them by their order. */
    Set<FailingCase> unclear() {
        return failing.unclear().named();
    }
}
