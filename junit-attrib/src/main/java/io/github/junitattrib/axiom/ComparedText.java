package io.github.junitattrib.axiom;

import io.github.junitattrib.Prediction;
import io.github.junitattrib.ScoreKind;
import io.github.junitattrib.Target;
import io.github.junitattrib.method.MovedEmbeddings;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.model.DifferentiableClassifier;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.text.Token;
import java.util.List;

/**
 * One text on several models, so that their functions can be compared at the same points.
 *
 * @param models in the order that was given
 * @param probed each of them as a function; empty if there are no common points
 * @param obstacle why there are none; empty text if there are
 */
record ComparedText(List<TextClassifier> models, List<? extends Probed> probed, String obstacle) {

    /** Looks for common points: in the embeddings if all models read the same tokens, else in texts. */
    static ComparedText of(List<TextClassifier> models, Question question, Removal removal, String asker) {
        List<ScoreKind> kinds = models.stream()
                .map(model -> model.predict(question.text()))
                .map(Prediction::kind)
                .distinct()
                .toList();
        if (kinds.size() > 1 && !(question.target() instanceof Target.Probability)) {
            return new ComparedText(
                    models,
                    List.of(),
                    "the scores of the models are different things, " + kinds
                            + ": explain a probability, such as Target.probability(Target.predicted())");
        }
        return readsSameTokens(models, question.text())
                ? ofEmbeddings(models, question, asker)
                : ofWords(models, question, removal, asker);
    }

    /** One model alone, with shares of whole tokens, or words. */
    static Probed single(TextClassifier model, Question question, String asker) {
        return model instanceof DifferentiableClassifier
                ? ProbedEmbeddings.of(MovedEmbeddings.of(model, question, asker))
                : ProbedWords.of(model, question, Removal.DELETE, asker);
    }

    private static boolean readsSameTokens(List<TextClassifier> models, String text) {
        if (!models.stream().allMatch(DifferentiableClassifier.class::isInstance)) {
            return false;
        }
        return models.stream()
                        .map(model -> ((DifferentiableClassifier) model)
                                .tokenize(text).tokens().stream()
                                        .map(Token::text)
                                        .toList())
                        .distinct()
                        .count()
                == 1;
    }

    private static ComparedText ofEmbeddings(List<TextClassifier> models, Question question, String asker) {
        List<MovedEmbeddings> texts = models.stream()
                .map(model -> MovedEmbeddings.of(model, question, asker))
                .toList();
        boolean common = texts.stream().allMatch(texts.get(0)::sharesEmbeddings);
        List<ProbedEmbeddings> probed = texts.stream()
                .map(ProbedEmbeddings::of)
                .map(each -> common ? each.inAllDimensions() : each)
                .toList();
        return new ComparedText(models, probed, "");
    }

    private static ComparedText ofWords(List<TextClassifier> models, Question question, Removal removal, String asker) {
        List<ProbedWords> probed = models.stream()
                .map(model -> ProbedWords.of(model, question, removal, asker))
                .toList();
        boolean sameWords =
                probed.stream().map(each -> each.words().units()).distinct().count() == 1;
        if (!sameWords) {
            return new ComparedText(
                    models, List.of(), "the models cut the text \"" + question.text() + "\" into different words");
        }
        if (probed.get(0).probes(1, 1).size() < 2) {
            return new ComparedText(
                    models,
                    List.of(),
                    "the text \"" + question.text()
                            + "\" has one word alone, without which there is nothing to compare");
        }
        return new ComparedText(models, probed, "");
    }

    boolean isOfEmbeddings() {
        return probed.stream().allMatch(ProbedEmbeddings.class::isInstance);
    }
}
