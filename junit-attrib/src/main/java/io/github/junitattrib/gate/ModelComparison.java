package io.github.junitattrib.gate;

import io.github.junitattrib.Attribution;
import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.InvalidGateException;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Target;
import io.github.junitattrib.UnsupportedModelException;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusBatch;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.CorpusCursor;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Attributor;
import io.github.junitattrib.method.IntegratedGradients;
import io.github.junitattrib.method.Occlusion;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A released model and its candidate, to be compared over a corpus: what they predict, and for which reasons.
 *
 * <p>Of each case both models explain the same class: the one that a person gave, or else the one that the released model
 * predicts. The corpus is read and explained some texts at a time and never held as a whole. Kept are numbers of each
 * case, for each of its slices too, a hash of each name, and within bounds: sums for 100,000 words (50,000 of all slices
 * together), of which the rarest give way, 10,000 names each of cases that fail and that may, the ten worst cases of each
 * kind, three of each kind in 64 slices at most, and one for each of the few words that gained most. Nothing is computed
 * before {@link #result()}.
 *
 * <pre>{@code
 * ComparisonResult result = ModelComparison.between(released, candidate, Corpus.from("classpath:reviews.jsonl")).result();
 * }</pre>
 */
public final class ModelComparison {

    private final TextClassifier released;
    private final TextClassifier candidate;
    private final Corpus corpus;
    private final Optional<AttributionMethod> method;
    private final Optional<BiConsumer<Double, Long>> watcher;
    private @Nullable ComparisonResult result;

    private ModelComparison(
            TextClassifier released,
            TextClassifier candidate,
            Corpus corpus,
            Optional<AttributionMethod> method,
            Optional<BiConsumer<Double, Long>> watcher) {
        this.released = Objects.requireNonNull(released, "Give the released model.");
        this.candidate = Objects.requireNonNull(candidate, "Give the candidate.");
        if (released == candidate) {
            throw new InvalidGateException(
                    "A model is compared with itself, which every release would pass. Give the candidate.");
        }
        this.corpus = Objects.requireNonNull(corpus, "Give a corpus: Corpus.from(\"classpath:reviews.jsonl\").");
        this.method = method;
        this.watcher = watcher;
    }

    /**
     * Names what is to be compared.
     *
     * @param released the model that is in use
     * @param candidate the model that is to replace it
     * @param corpus the cases
     * @return the comparison, by Integrated Gradients, or by occlusion if one of the models has no gradients
     * @throws InvalidGateException if both are the same object
     */
    public static ModelComparison between(TextClassifier released, TextClassifier candidate, Corpus corpus) {
        return new ModelComparison(released, candidate, corpus, Optional.empty(), Optional.empty());
    }

    /**
     * Explains by another method.
     *
     * @param other the method with its options
     * @return a changed copy
     */
    public ModelComparison by(AttributionMethod other) {
        Objects.requireNonNull(other, "Name a method, such as new Occlusion().");
        return new ModelComparison(released, candidate, corpus, Optional.of(other), watcher);
    }

    /**
     * Tells how far it is.
     *
     * @param listener gets which fraction of the corpus is done (NaN if that is not known), and how many cases that is
     * @return a changed copy
     */
    public ModelComparison watchedBy(BiConsumer<Double, Long> listener) {
        return new ModelComparison(released, candidate, corpus, method, Optional.of(listener));
    }

    /**
     * Reads the corpus and explains all cases by both models, once.
     *
     * @return what is found; the same object at each call
     * @throws InvalidCorpusException if the corpus has no cases, or one that cannot be explained; it names the line
     * @throws UnsupportedModelException if the models have different classes, or do not predict one class of a text
     */
    public ComparisonResult result() {
        return result((fraction, done) -> {});
    }

    /**
     * Does what {@link #result()} does, and tells how far it is if nobody was named by {@link #watchedBy}.
     *
     * @param listener gets which fraction of the corpus is done (NaN if that is not known), and how many cases that is
     * @return what is found; the same object at each call
     * @throws InvalidCorpusException if the corpus has no cases, or one that cannot be explained; it names the line
     * @throws UnsupportedModelException if the models have different classes, or do not predict one class of a text
     */
    public synchronized ComparisonResult result(BiConsumer<Double, Long> listener) {
        if (result == null) {
            result = compare(watcher.orElse(listener));
        }
        return result;
    }

    private ComparisonResult compare(BiConsumer<Double, Long> progress) {
        requireSameClasses();
        AttributionMethod by = method();
        ComparisonResult found = new ComparisonResult(new ComparedModels(
                released.facts(),
                candidate.facts(),
                corpus.toString(),
                corpus.source(),
                corpus.isWhole(),
                by.facts().name()));
        try (CorpusCursor cursor = corpus.open()) {
            long done = 0;
            while (cursor.hasNext()) {
                CorpusBatch batch = CorpusBatch.next(cursor);
                compare(batch, by).forEach(found::add);
                done += batch.cases().size();
                progress.accept(cursor.fraction(), done);
            }
        }
        return found;
    }

    private AttributionMethod method() {
        return method.orElseGet(
                () -> released instanceof DifferentiableClassifier && candidate instanceof DifferentiableClassifier
                        ? new IntegratedGradients()
                        : new Occlusion());
    }

    private void requireSameClasses() {
        if (!Set.copyOf(released.labels()).equals(Set.copyOf(candidate.labels()))) {
            throw new UnsupportedModelException("Only models of the same classes can be compared, but those of "
                    + released.facts().name() + " are " + released.labels() + " and those of "
                    + candidate.facts().name() + " " + candidate.labels()
                    + ". Spell them alike, in id2label of config.json for instance.");
        }
    }

    private List<ComparedCase> compare(CorpusBatch batch, AttributionMethod by) {
        List<CorpusCase> cases = batch.cases();
        List<Attribution> before = explained(
                released,
                by,
                batch,
                cases.stream()
                        .map(one -> one.label().map(Target::label).orElseGet(Target::predicted))
                        .toList());
        List<Attribution> now = explained(
                candidate,
                by,
                batch,
                before.stream()
                        .map(attribution -> Target.label(attribution.label()))
                        .toList());
        List<ComparedCase> compared = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            requireOneClass(before.get(i));
            requireOneClass(now.get(i));
            compared.add(compared(cases.get(i), before.get(i), now.get(i)));
        }
        return compared;
    }

    private static ComparedCase compared(CorpusCase one, Attribution before, Attribution now) {
        if (before.words().isEmpty()) {
            throw new InvalidCorpusException(one.message("the text has no words that could be reasons. Leave it out."));
        }
        try {
            return ComparedCase.of(one, before, now);
        } catch (IllegalArgumentException e) {
            // The models cut the text into different words.
            throw new InvalidCorpusException(one.message(String.valueOf(e.getMessage())), e);
        }
    }

    private static void requireOneClass(Attribution attribution) {
        Prediction prediction = attribution.prediction();
        if (!prediction.isExclusive() || prediction.labels().size() < 2) {
            throw new UnsupportedModelException("A comparison needs models that predict one of several classes, but "
                    + attribution.model().name() + " gives " + prediction.kind() + " of "
                    + prediction.labels() + ". Compare such models text by text, with assertThatAll(..).");
        }
        if (!prediction.isDistribution()) {
            throw new UnsupportedModelException("A comparison needs models that predict one of several classes, whose"
                    + " probabilities sum to 1, but " + attribution.model().name() + " gives "
                    + prediction.probabilities() + " for " + prediction.labels() + " on \"" + attribution.text()
                    + "\". Give logits as ScoreKind.MULTI_LABEL_LOGITS if each label counts for itself.");
        }
    }

    private static List<Attribution> explained(
            TextClassifier model, AttributionMethod by, CorpusBatch batch, List<Target> targets) {
        List<CorpusCase> cases = batch.cases();
        List<AttributionRequest> requests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            requests.add(AttributionRequest.of(model, cases.get(i).text(), by).toward(targets.get(i)));
        }
        return batch.explain(
                () -> Attributor.computeAll(requests, model),
                index -> requests.get(index).attribution());
    }

    /** Names models and corpus. */
    @Override
    public String toString() {
        return ComparedModels.named(candidate.facts(), released.facts(), corpus);
    }
}
