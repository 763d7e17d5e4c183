package io.github.junitattrib.assertj;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.assertj.core.error.ErrorMessageFactory;
import org.junit.jupiter.api.Test;

/** The arrows of this module; ArchUnit fails a rule that found nothing to check. */
class ArchitectureTest {

    private static final String ASSERTIONS = "io.github.junitattrib.assertj";
    private static final String ERRORS = "io.github.junitattrib.assertj.error";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ASSERTIONS);

    @Test
    void should_use_what_asks_models_and_no_engine() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.assertj..",
                        "org.jspecify..",
                        "org.opentest4j..",
                        "io.github.junitattrib",
                        ASSERTIONS,
                        ERRORS,
                        "io.github.junitattrib.approved",
                        "io.github.junitattrib.axiom",
                        "io.github.junitattrib.check",
                        "io.github.junitattrib.corpus",
                        "io.github.junitattrib.gate",
                        "io.github.junitattrib.text",
                        "io.github.junitattrib.method",
                        "io.github.junitattrib.metric",
                        "io.github.junitattrib.model",
                        "io.github.junitattrib.report",
                        "io.github.junitattrib.junit")
                .because("assertions judge what models of any kind answer: they need no DJL and run in any test engine")
                .check(classes);
    }

    @Test
    void should_let_messages_know_nothing_of_assertions() {
        noClasses()
                .that()
                .resideInAPackage(ERRORS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ASSERTIONS)
                .because("a message is made from the values alone, so that tests and replays can make it too")
                .check(classes);
    }

    @Test
    void should_be_free_of_cycles() {
        slices().matching("io.github.junitattrib.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its own user cannot be understood alone")
                .check(classes);
    }

    @Test
    void should_let_soft_assertions_subclass_every_assert() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Assert")
                .and(not(simpleNameStartingWith("Abstract")))
                .should()
                .notHaveModifier(JavaModifier.FINAL)
                .andShould(haveAPublicConstructorOfOneArgument())
                .because("AssertJ's soft assertions generate a subclass and call that constructor")
                .check(classes);
    }

    @Test
    void should_let_soft_assertions_override_every_method_of_an_assert() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Assert")
                .and()
                .arePublic()
                .should()
                .notBeFinal()
                .because(
                        "AssertJ's soft assertions generate a subclass that overrides them to collect what fails, and a"
                                + " final one would throw it")
                .check(classes);
    }

    @Test
    void should_make_messages_by_factories_named_after_the_expectation() {
        classes()
                .that()
                .haveSimpleNameStartingWith("Should")
                .should()
                .beAssignableTo(ErrorMessageFactory.class)
                .andShould()
                .resideInAPackage(ERRORS)
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .because("every message has one place, where its test pins it")
                .check(classes);
    }

    private static ArchCondition<JavaClass> haveAPublicConstructorOfOneArgument() {
        return new ArchCondition<>("have a public constructor of one argument") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean found = type.getConstructors().stream()
                        .anyMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC)
                                && constructor.getRawParameterTypes().size() == 1);
                events.add(
                        new SimpleConditionEvent(type, found, type.getName() + (found ? " has" : " lacks") + " one"));
            }
        };
    }
}
