package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.method.AttributionMethod;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every method of the library through the kit, with what it claims and denies. */
class MethodConformanceTest {

    @TestFactory
    Stream<DynamicContainer> keepsItsPromises() {
        return MethodPromises.all().stream()
                .map(kit -> DynamicContainer.dynamicContainer(name(kit.method().facts()), kit.tests()));
    }

    private static String name(MethodFacts facts) {
        return facts.name() + " " + facts.parameters();
    }

    @Test
    void noMethodIsLeftOut() {
        List<String> methods = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackagesOf(AttributionMethod.class).stream()
                        .filter(type -> type.isAssignableTo(AttributionMethod.class) && !type.isInterface()
                                && !type.isAnonymousClass())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(methods)
                .hasSizeGreaterThan(20)
                .allSatisfy(method -> assertThat(MethodPromises.all())
                        .as("give %s its promises in MethodPromises, and its row in docs/methods.md", method)
                        .extracting(kit -> kit.method().getClass().getSimpleName())
                        .contains(method));
    }
}
