package io.github.junitattrib.samples;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What samples may name without importing it. */
final class Imports {

    private static final String OURS = "io.github.junitattrib";
    private static final List<String> PACKAGES = List.of(
            "",
            ".approved",
            ".assertj",
            ".assertj.error",
            ".axiom",
            ".check",
            ".conformance",
            ".corpus",
            ".fixtures",
            ".gate",
            ".junit",
            ".method",
            ".metric",
            ".model",
            ".text");
    private static final List<String> OTHERS = List.of(
            "java.net.http.HttpClient",
            "java.util.*",
            "java.util.stream.*",
            "org.assertj.core.api.*",
            "org.hipparchus.analysis.differentiation.Gradient",
            "org.junit.jupiter.api.DynamicTest",
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.extension.ExtendWith",
            "org.assertj.core.api.junit.jupiter.*");
    private static final List<String> STATIC = List.of(
            OURS + ".assertj.AttributionAssertions.*",
            OURS + ".assertj.AttributionAssumptions.*",
            OURS + ".assertj.AttributionInstanceOfAssertFactories.*",
            OURS + ".assertj.AttributionSoftAssertions.assertSoftly",
            OURS + ".assertj.BDDAttributionAssertions.*",
            OURS + ".junit.Attributions.*",
            "org.assertj.core.api.Assertions.*");

    static final String ALL = Stream.of(
                    STATIC.stream().map(name -> "static " + name),
                    PACKAGES.stream().map(OURS::concat).filter(Imports::isThere).map(name -> name + ".*"),
                    OTHERS.stream())
            .flatMap(names -> names)
            .map(name -> "import " + name + ";\n")
            .collect(Collectors.joining());

    private Imports() {}

    /** An import on demand of a package without classes is an error. */
    private static boolean isThere(String name) {
        return Imports.class.getClassLoader().getResource(name.replace('.', '/')) != null;
    }
}
