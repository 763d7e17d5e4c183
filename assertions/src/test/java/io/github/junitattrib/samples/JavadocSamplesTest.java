package io.github.junitattrib.samples;

import static io.github.junitattrib.samples.Expected.CANNOT_TELL;
import static io.github.junitattrib.samples.Expected.FAILS;
import static io.github.junitattrib.samples.Expected.PASSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.junitattrib.fixtures.Fixtures;
import io.github.junitattrib.junit.AttributionTest;
import io.github.junitattrib.junit.Variant;
import io.github.junitattrib.junit.WithIntegratedGradients;
import io.github.junitattrib.method.AttributionRunner;
import io.github.junitattrib.model.TextClassifier;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples in the Javadoc of the assertions compile, and end as their comments say, on the embedded model.
 *
 * <p>Inside {@code <pre>}, a statement ends its last line with {@code // passes}, {@code // fails}, {@code // cannot tell}
 * or {@code // aborts} (a comma or colon and any text may follow); statements without one prepare those below them.
 */
@AttributionTest(model = Fixtures.SENTIMENT)
class JavadocSamplesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/junitattrib/assertj");

    /** Assertions that cannot show a failure, and why: they show what cannot be told instead. */
    private static final Set<String> WITHOUT_FAILURE = Set.of(
            // Only a broken method has a gap beyond limit and uncertainty; no options make one.
            "AbstractAttributionAssert.isComplete()",
            "AbstractAttributionAssert.isComplete(Offset<Double>)",
            // Numbers that are not good enough are no failure of the model.
            "AbstractAttributionAssert.hasConverged()");

    @TestFactory
    Stream<DynamicTest> samples(
            @Variant(Fixtures.SENTIMENT) TextClassifier eager,
            @Variant(Fixtures.SENTIMENT_TRACED) TextClassifier traced,
            @WithIntegratedGradients AttributionRunner runner)
            throws IOException {
        List<Documented> all = read();
        Map<Sample, String> names = new LinkedHashMap<>();
        all.stream()
                .flatMap(documented -> documented.samples().stream())
                .forEach(sample -> names.putIfAbsent(sample, "sample.Sample" + names.size()));
        Map<String, String> sources = new LinkedHashMap<>();
        names.forEach((sample, name) -> sources.put(name, source(sample, name)));
        InMemoryCompiler.Compiled compiled = InMemoryCompiler.compile(sources);
        return all.stream()
                .map(documented -> dynamicTest(documented.toString(), () -> {
                    List<String> problems = new ArrayList<>(documented.missing(
                            Set.of(PASSES, WITHOUT_FAILURE.contains(documented.name()) ? CANNOT_TELL : FAILS)));
                    for (Sample sample : documented.samples()) {
                        List<String> errors = compiled.errors().getOrDefault(names.get(sample), List.of());
                        problems.addAll(errors);
                        if (errors.isEmpty()) {
                            SampleContext made = instance(compiled.classes(), names.get(sample));
                            sample.problem(thrown(made.with(eager, traced, runner)))
                                    .ifPresent(problems::add);
                        }
                    }
                    assertThat(problems).as("%s", documented).isEmpty();
                }));
    }

    private static List<Documented> read() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<Documented> all =
                    SampleReader.read(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.endsWith("package-info.java"))
                            .sorted()
                            .toList());
            assertThat(all).filteredOn(Documented::assertion).hasSizeGreaterThan(5);
            return all;
        }
    }

    private static String source(Sample sample, String name) {
        return "package sample;\n" + Imports.ALL + "public final class " + name.substring("sample.".length())
                + " extends io.github.junitattrib.samples.SampleContext {\n"
                + "@Override protected void run() throws Throwable {\n"
                + String.join("\n", sample.preparation())
                + "\n" + sample.statement() + "\n}\n}\n";
    }

    private static SampleContext instance(ClassLoader classes, String name) throws ReflectiveOperationException {
        Constructor<?> constructor = classes.loadClass(name).getConstructor();
        return (SampleContext) constructor.newInstance();
    }

    private static Optional<Throwable> thrown(SampleContext sample) {
        try {
            sample.run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(e);
        }
    }
}
