package io.github.junitattrib.assertj;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.BDDAssertions.then;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assert;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be asserted can be asserted softly, in the words of BDD, and assumed. */
class Forms_counterparts_Test {

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(AttributionSoftAssertionsProvider.class, "assertThat"),
                Arguments.of(BDDAttributionAssertions.class, "then"),
                Arguments.of(BDDAttributionSoftAssertionsProvider.class, "then"),
                Arguments.of(AttributionAssumptions.class, "assumeThat"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void should_have_every_entry_point_of_the_assertions(Class<?> form, String word) {
        // GIVEN
        Set<String> wanted = entries(AttributionAssertions.class, "assertThat", word);
        // WHEN/THEN
        then(wanted).isNotEmpty();
        then(entries(form, word, word)).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void should_have_a_way_from_assertions_of_assertj_to_every_type() {
        // GIVEN
        Set<String> wanted = Stream.of(AttributionAssertions.class.getDeclaredMethods())
                .filter(Forms_counterparts_Test::begins)
                // A corpus needs a function besides, which a value found by AssertJ does not have.
                .filter(method -> method.getParameterCount() == 1)
                .map(method -> method.getParameterTypes()[0].getName())
                .collect(Collectors.toSet());
        // WHEN
        Set<String> found = Stream.of(AttributionInstanceOfAssertFactories.class.getFields())
                .filter(field -> field.getType() == InstanceOfAssertFactory.class)
                .map(field -> ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0])
                .map(type -> type instanceof ParameterizedType generic ? generic.getRawType() : type)
                .map(java.lang.reflect.Type::getTypeName)
                .collect(Collectors.toSet());
        // THEN
        then(found).containsAll(wanted);
    }

    @Test
    void should_know_every_way_to_other_assertions() {
        // WHEN
        Set<String> found = Stream.of(
                        AttributionAssert.class,
                        AttributionListAssert.class,
                        CorpusAssert.class,
                        AxiomAssert.class,
                        MethodAssert.class,
                        ModelVariantsAssert.class,
                        ModelComparisonAssert.class)
                .flatMap(type -> Stream.of(type.getMethods()).filter(method -> leadsAway(method, type)))
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
        // THEN
        then(found)
                .as("soft assertions and assumptions lose what does not go by asInstanceOf(..): FormsTest tries these")
                .containsExactlyInAnyOrder("AbstractAttributionAssert.ranking", "MethodAssert.on");
    }

    private static boolean leadsAway(Method method, Class<?> type) {
        return Assert.class.isAssignableFrom(method.getReturnType())
                && !method.getReturnType().isAssignableFrom(type)
                && method.getDeclaringClass().getPackage().equals(AttributionAssert.class.getPackage());
    }

    /** What begins assertions, in the words of another form. */
    private static Set<String> entries(Class<?> form, String own, String word) {
        return Stream.of(form.getDeclaredMethods())
                .filter(Forms_counterparts_Test::begins)
                .map(method -> method.getName().replaceFirst("^" + own, word) + parameters(method) + " "
                        + method.getGenericReturnType().getTypeName())
                .collect(Collectors.toSet());
    }

    private static boolean begins(Method method) {
        return Modifier.isPublic(method.getModifiers()) && Assert.class.isAssignableFrom(method.getReturnType());
    }

    private static String parameters(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(java.lang.reflect.Type::getTypeName)
                .collect(joining(", ", "(", ")"));
    }
}
