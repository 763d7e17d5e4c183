package io.github.junitattrib.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.MethodFacts;
import io.github.junitattrib.conformance.MethodPromises.Promised;
import io.github.junitattrib.method.AttributionMethod;
import io.github.junitattrib.method.AttributionRequest;
import io.github.junitattrib.method.Lime;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every method of the library through the kit, with what it claims and denies. */
class MethodConformanceTest {

    @TestFactory
    Stream<DynamicContainer> keepsItsPromises() {
        return MethodPromises.all().stream()
                .map(Promised::kit)
                .map(kit -> DynamicContainer.dynamicContainer(name(kit.method().facts()), kit.tests()));
    }

    private static String name(MethodFacts facts) {
        return facts.name() + " " + facts.parameters();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.26", "3, 0.003", "10, 0.0002"})
    void limeSharesWithAWordWithoutInfluenceTheLessTheMoreWordsThereAre(int words, double share) {
        ClosedForm first = ClosedForm.of("3a", words, x -> new Gradient[] {x[0].multiply(3)});
        double[] twos = new double[words];
        Arrays.fill(twos, 2);
        Lime lime = new Lime().with(Units.WORDS).with(Removal.replaceBy("0"));

        Attribution attribution =
                AttributionRequest.of(first, ClosedForm.text(twos), lime).attribution();

        // Of the 6 that the first word makes.
        assertThat(attribution.tokens().stream().skip(1).mapToDouble(token -> Math.abs(token.score()) / 6))
                .allMatch(each -> each < share);
    }

    @Test
    void noMethodIsLeftOut() {
        List<String> methods = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackagesOf(AttributionMethod.class)
                        .stream()
                        .filter(type -> type.isAssignableTo(AttributionMethod.class)
                                && !type.isInterface()
                                && !type.isAnonymousClass())
                        .map(JavaClass::getSimpleName)
                        .toList();

        assertThat(methods)
                .hasSizeGreaterThan(20)
                .allSatisfy(method -> assertThat(MethodPromises.all())
                        .as("give %s its promises in MethodPromises, and its row in docs/methods.md", method)
                        .extracting(
                                promised -> promised.kit().method().getClass().getSimpleName())
                        .contains(method));
    }
}
