package io.github.junitattrib.junit;

import io.github.junitattrib.InvalidCorpusException;
import io.github.junitattrib.corpus.Corpus;
import io.github.junitattrib.corpus.CorpusCase;
import io.github.junitattrib.corpus.TextTemplate;
import io.github.junitattrib.report.VisibleText;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclaration;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Gives parameterized tests the cases of a corpus; behind {@link CorpusSource}. */
final class CorpusArguments extends AnnotationBasedArgumentsProvider<CorpusSource> {

    private static final int SHOWN = 40;

    /** What strings of a test stand for, in their order. */
    private static final List<Function<CorpusCase, String>> FIELDS = List.of(
            CorpusCase::text,
            CorpusCase::goldLabel,
            one -> one.id()
                    .orElseThrow(() -> new InvalidCorpusException(name(one)
                            + " has no id for the third parameter. Give it one, or take the parameter away.")));

    /** Made by JUnit. */
    CorpusArguments() {}

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, CorpusSource source) {
        List<Function<CorpusCase, ?>> taken = taken(parameters);
        return corpus(source, context::getConfigurationParameter, parameters).stream()
                .map(one -> Arguments.argumentSet(
                        name(one), taken.stream().map(field -> field.apply(one)).toArray()));
    }

    /** What each parameter takes of a case; the rest is left to other extensions. */
    private static List<Function<CorpusCase, ?>> taken(ParameterDeclarations parameters) {
        List<Function<CorpusCase, ?>> taken = new ArrayList<>();
        int fields = 0;
        for (ParameterDeclaration parameter : parameters.getAll()) {
            Class<?> type = parameter.getParameterType();
            if (type == CorpusCase.class) {
                taken.add(one -> one);
            } else if (fields < FIELDS.size() && (type == String.class || type.isEnum() || type.isPrimitive())) {
                taken.add(FIELDS.get(fields++));
            } else {
                break;
            }
        }
        if (taken.isEmpty()) {
            throw new ExtensionConfigurationException("@CorpusSource on "
                    + parameters.getSourceElementDescription()
                    + " gives cases, but the first parameter takes none. Begin with a parameter CorpusCase, or with String"
                    + " text, String label, String id.");
        }
        return taken;
    }

    /** The texts that a test method was given: as a case, or as a text with the label behind it. */
    static List<CorpusCase> given(ReflectiveInvocationContext<Method> method) {
        List<Object> arguments = method.getArguments();
        boolean fields = method.getExecutable().isAnnotationPresent(CorpusSource.class)
                && arguments.size() > 1
                && arguments.get(0) instanceof String
                && arguments.get(1) instanceof String label
                && !label.isBlank();
        return fields
                ? List.of(CorpusCase.labeled((String) arguments.get(0), (String) arguments.get(1)))
                : arguments.stream()
                        .filter(CorpusCase.class::isInstance)
                        .map(CorpusCase.class::cast)
                        .toList();
    }

    private static Corpus corpus(
            CorpusSource source, Function<String, Optional<String>> properties, ParameterDeclarations parameters) {
        boolean isFile = !source.value().isBlank();
        if (isFile == !source.template().isBlank() || (isFile && source.slots().length > 0)) {
            throw misuse(parameters, "needs either a file or a template with its slots");
        }
        if (source.format().length > 1 || source.limit() < 0 || source.sample() < 0) {
            throw misuse(parameters, "needs one format at most, and a limit and sample of 1 or more (0 for all)");
        }
        Corpus corpus = isFile ? read(source, properties) : Corpus.of(template(source));
        corpus = source.labeled().length > 0 ? corpus.labeled(source.labeled()) : corpus;
        corpus = source.tagged().length > 0 ? corpus.tagged(source.tagged()) : corpus;
        corpus = source.limit() > 0 ? corpus.limit(source.limit()) : corpus;
        return source.sample() > 0 ? corpus.sample(source.sample(), source.seed()) : corpus;
    }

    private static ExtensionConfigurationException misuse(ParameterDeclarations parameters, String rule) {
        return new ExtensionConfigurationException(
                "@CorpusSource on " + parameters.getSourceElementDescription() + " " + rule + ".");
    }

    private static Corpus read(CorpusSource source, Function<String, Optional<String>> properties) {
        Corpus corpus = Corpus.from(source.value(), properties);
        corpus = source.format().length > 0 ? corpus.format(source.format()[0]) : corpus;
        corpus = source.comments() ? corpus.withComments() : corpus;
        corpus = named(corpus, source.text(), Corpus::text);
        corpus = named(corpus, source.label(), Corpus::label);
        corpus = named(corpus, source.rationales(), Corpus::rationales);
        corpus = named(corpus, source.tags(), Corpus::tags);
        return named(corpus, source.id(), Corpus::id);
    }

    private static Corpus named(Corpus corpus, String name, BiFunction<Corpus, String, Corpus> naming) {
        return name.isEmpty() ? corpus : naming.apply(corpus, name);
    }

    private static TextTemplate template(CorpusSource source) {
        TextTemplate template = TextTemplate.of(source.template());
        for (CorpusSource.Slot slot : source.slots()) {
            template = template.with(slot.name(), slot.fillings());
        }
        return template;
    }

    private static String name(CorpusCase one) {
        String begin = one.id()
                .or(() -> one.place().map(place -> "line " + place.line()))
                .map(known -> known + ": ")
                .orElse("");
        return VisibleText.inLine(begin + VisibleText.beginning(one.text(), SHOWN));
    }
}
