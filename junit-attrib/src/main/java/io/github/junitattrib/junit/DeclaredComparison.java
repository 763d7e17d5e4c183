package io.github.junitattrib.junit;

import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.gate.ModelComparison;
import io.github.junitattrib.model.TextClassifier;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The comparisons that a class declares by {@link CompareModels}. */
final class DeclaredComparison {

    private DeclaredComparison() {}

    /**
     * Checks how they are written, before any model is loaded.
     *
     * @return whether there is one, so that the class needs no model under test
     */
    static boolean verify(Class<?> type) {
        List<AnnotatedElement> marked = Stream.<AnnotatedElement>concat(
                        Stream.of(type),
                        ReflectionSupport.findMethods(type, any -> true, HierarchyTraversalMode.TOP_DOWN).stream())
                .filter(element -> AnnotationSupport.isAnnotated(element, CompareModels.class))
                .toList();
        marked.forEach(element -> verify(
                AnnotationSupport.findAnnotation(element, CompareModels.class).orElseThrow(), element.toString()));
        return !marked.isEmpty();
    }

    private static void verify(CompareModels declared, String place) {
        if (Stream.of(declared.released(), declared.candidate(), declared.corpus())
                .anyMatch(String::isBlank)) {
            throw new ExtensionConfigurationException("@CompareModels of " + place
                    + " needs a released model, a candidate and a corpus, but one of them is blank.");
        }
        if (declared.released().equals(declared.candidate())) {
            throw new ExtensionConfigurationException("@CompareModels of " + place + " compares \""
                    + declared.released() + "\" with itself, which every release would pass. Name the candidate.");
        }
        if (declared.sample() < 0) {
            throw new ExtensionConfigurationException("@CompareModels of " + place + " draws a sample of "
                    + declared.sample() + " cases. Give 1 or more, or leave it out for all of them.");
        }
    }

    /** The annotation that a parameter belongs to: that of its method, or the innermost class. */
    static Optional<CompareModels> of(ParameterContext parameter, List<Class<?>> classes) {
        if (parameter.getParameter().getType() != ModelComparison.class) {
            return Optional.empty();
        }
        return Stream.<AnnotatedElement>concat(Stream.of(parameter.getDeclaringExecutable()), classes.stream())
                .flatMap(element -> AnnotationSupport.findAnnotation(element, CompareModels.class).stream())
                .findFirst();
    }

    /** Makes it, with the models of their slots; an equal one is the same one. */
    static ModelComparison comparison(
            CompareModels declared, TestModels models, Function<String, TextClassifier> shared) {
        verify(declared, "parameter");
        Session session = models.session();
        Corpus all = Corpus.from(declared.corpus(), session.properties().lookup());
        Corpus corpus = declared.sample() > 0 ? all.sample(declared.sample(), declared.seed()) : all;
        // Before the store is asked for the comparison: it must not be asked for models inside of that.
        TextClassifier released = shared.apply(declared.released());
        TextClassifier candidate = shared.apply(declared.candidate());
        requireTwo(declared, models);
        return session.comparison(
                models.named(declared.released()), models.named(declared.candidate()), corpus.toString(), () -> {
                    Progress progress =
                            Progress.of(corpus.toString(), session.properties().progress());
                    return ModelComparison.between(released, candidate, corpus)
                            .watchedBy((fraction, done) -> progress.at(done, fraction));
                });
    }

    /** Two names may lead to one model, such as an alias that was not set anew. */
    private static void requireTwo(CompareModels declared, TestModels models) {
        models.address(declared.released())
                .filter(address -> models.address(declared.candidate()).equals(Optional.of(address)))
                .ifPresent(address -> {
                    throw new ExtensionConfigurationException("@CompareModels compares \"" + declared.released()
                            + "\" with \"" + declared.candidate() + "\", but both are " + address
                            + ", so that every release would pass. Name the candidate, or set its alias to it.");
                });
    }
}
