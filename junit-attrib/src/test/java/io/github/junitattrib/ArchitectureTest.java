package io.github.junitattrib;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of this module; ArchUnit fails a rule that found nothing to check. */
class ArchitectureTest {

    private static final String VALUES = "io.github.junitattrib";
    private static final String TEXT = VALUES + ".text";
    private static final String LOCATION = VALUES + ".location";
    private static final String MODEL = VALUES + ".model";
    private static final String HUB = VALUES + ".model.hub";
    private static final String TORCH = VALUES + ".model.torch";
    private static final String SCRIPT = TORCH + ".script";
    private static final String ENGINE = TORCH + ".engine";
    private static final String CHECKPOINT = TORCH + ".checkpoint";
    private static final String TOKENIZER = TORCH + ".tokenizer";
    private static final String TRANSFORMER = TORCH + ".transformer";
    private static final String MUTANT = TORCH + ".mutant";
    private static final String METHOD = VALUES + ".method";
    private static final String METRIC = VALUES + ".metric";
    private static final String AXIOM = VALUES + ".axiom";
    private static final String CHECK = VALUES + ".check";
    private static final String VACUITY = VALUES + ".vacuity";
    private static final String CONFORMANCE = VALUES + ".conformance";
    private static final String KIT = CONFORMANCE + ".ConformanceKit";
    private static final String CORPUS = VALUES + ".corpus";
    private static final String APPROVED = VALUES + ".approved";
    private static final String GATE = VALUES + ".gate";
    private static final String REPORT = VALUES + ".report";
    private static final String JUNIT = VALUES + ".junit";

    private static final Pattern GENERATED = Pattern.compile(".*/Jte\\w+Generated(\\$\\w+)?\\.class");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.matches(GENERATED))
            .importPackages(VALUES);

    @Test
    void valuesKnowTheJdkAlone() {
        onlyDependOn(
                VALUES,
                "everything touches values, so they must drag nothing along",
                "java..",
                "org.jspecify..",
                VALUES);
    }

    @Test
    void textsKnowValuesAlone() {
        onlyDependOn(TEXT, "words are the same for every model and method", "java..", "org.jspecify..", VALUES, TEXT);
    }

    @Test
    void modelsKnowTextsAndNoEngine() {
        onlyDependOn(
                MODEL,
                "users implement models over anything, without DJL on their class path",
                "java..",
                "org.jspecify..",
                VALUES,
                TEXT,
                LOCATION,
                MODEL);
    }

    @Test
    void locationsKnowTheJdkAlone() {
        onlyDependOn(
                LOCATION,
                "users write where something is the same way whatever it is",
                "java..",
                "org.jspecify..",
                LOCATION);
    }

    @Test
    void hubsKnowFilesAndTheNetworkAndNoEngine() {
        onlyDependOn(
                HUB,
                "a model is brought here the same way whatever runs it",
                "java..",
                "javax.net.ssl..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                VALUES,
                MODEL,
                HUB);
    }

    @Test
    void hubsAloneKnowTheNetwork() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HUB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .because("nothing may leave the machine but what attrib.download allows")
                .check(classes);
    }

    @Test
    void methodsKnowModelsAndNoEngine() {
        onlyDependOn(
                METHOD,
                "a method is a formula over points and gradients, the same for networks and closed forms",
                "java..",
                "org.hipparchus..",
                "org.jspecify..",
                VALUES,
                TEXT,
                MODEL,
                METHOD);
    }

    @Test
    void metricsKnowMethodsAndNoEngine() {
        onlyDependOn(
                METRIC,
                "a metric is a number about an attribution, computed the same way for networks and closed forms",
                "java..",
                "org.hipparchus..",
                "org.jspecify..",
                VALUES,
                TEXT,
                MODEL,
                METHOD,
                METRIC);
    }

    @Test
    void axiomsKnowMethodsAndNoEngine() {
        onlyDependOn(
                AXIOM,
                "an axiom is computed from scores and values of a function, the same way for networks and closed forms",
                "java..",
                "org.hipparchus..",
                "org.jspecify..",
                VALUES,
                TEXT,
                MODEL,
                METHOD,
                AXIOM);
    }

    @Test
    void checksKnowRequestsAndNoTest() {
        onlyDependOn(
                CHECK,
                "a check is judged again on other models, outside of the test that made it",
                "java..",
                "org.jspecify..",
                VALUES,
                MODEL,
                METHOD,
                CHECK);
    }

    @Test
    void vacuityKnowsChecksAndNoTest() {
        onlyDependOn(
                VACUITY,
                "whether a check says something depends on models alone, not on the test that made it",
                "java..",
                "org.hipparchus..",
                "org.jspecify..",
                VALUES,
                MODEL,
                METHOD,
                CHECK,
                VACUITY);
    }

    @Test
    void methodsKnowNeitherMetricNorAxiom() {
        noClasses()
                .that()
                .resideInAPackage(METHOD)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(METRIC, AXIOM)
                .because("a method that looks at the measure would be judged by itself")
                .check(classes);
    }

    @Test
    void conformanceKnowsMethodsAndNoEngine() {
        onlyDependOn(
                CONFORMANCE,
                "a closed form is exact in double precision, and needs no native library",
                "java..",
                "org.hipparchus..",
                "org.jspecify..",
                VALUES,
                TEXT,
                MODEL,
                METHOD,
                AXIOM,
                CONFORMANCE,
                // The kit alone, see theExtensionAndTheKitAloneKnowJUnit.
                "org.junit.jupiter.api..");
    }

    @Test
    void corporaKnowTextsAlone() {
        onlyDependOn(
                CORPUS,
                "texts are made and changed the same way whatever is asked of them, without a model",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                VALUES,
                TEXT,
                LOCATION,
                CORPUS);
    }

    @Test
    void approvedAttributionsKnowValuesAndHowFilesAreWritten() {
        onlyDependOn(
                APPROVED,
                "what was accepted is compared with results, long after model and test are gone",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                VALUES,
                LOCATION,
                APPROVED);
    }

    @Test
    void gatesKnowCorporaAndNoTest() {
        onlyDependOn(
                GATE,
                "a release is judged the same way by a test, a script or a service",
                "java..",
                "org.jspecify..",
                VALUES,
                LOCATION,
                MODEL,
                METHOD,
                METRIC,
                CORPUS,
                GATE);
    }

    @Test
    void reportsKnowResultsAlone() {
        onlyDependOn(
                REPORT,
                "a report is drawn from results, long after model and test are gone",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "gg.jte..",
                VALUES,
                APPROVED,
                CORPUS,
                GATE,
                LOCATION,
                REPORT);
    }

    @Test
    void archivesAreCheckedInPlainJava() {
        onlyDependOn(
                SCRIPT,
                "what is wrong with an archive must be found before the native library, which may end the process",
                "java..",
                "org.jspecify..",
                VALUES,
                CHECKPOINT,
                MUTANT,
                SCRIPT);
    }

    @Test
    void mutantsAreMadeInPlainJava() {
        onlyDependOn(
                MUTANT,
                "arrays of the native library are never exchanged: numbers are moved before they reach it",
                "java..",
                "org.jspecify..",
                MODEL,
                MUTANT);
    }

    @Test
    void checkpointsAreReadInPlainJava() {
        onlyDependOn(
                CHECKPOINT,
                "what is wrong with a file is told in any set-up, with or without the native library",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                VALUES,
                CHECKPOINT);
    }

    @Test
    void theEngineKnowsNoModel() {
        onlyDependOn(
                ENGINE,
                "the rules of the native library are the same for every model",
                "java..",
                "org.jspecify..",
                "ai.djl..",
                VALUES,
                MODEL,
                ENGINE);
    }

    @Test
    void tokenizersKnowNoNetwork() {
        onlyDependOn(
                TOKENIZER,
                "a text is cut the same way whatever reads its tokens",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "ai.djl..",
                VALUES,
                TEXT,
                CHECKPOINT,
                ENGINE,
                TOKENIZER);
    }

    @Test
    void transformersKnowWeightsAndNoTokenizer() {
        onlyDependOn(
                TRANSFORMER,
                "a network computes with ids, wherever these come from",
                "java..",
                "org.jspecify..",
                "com.fasterxml.jackson..",
                "ai.djl..",
                VALUES,
                MODEL,
                CHECKPOINT,
                ENGINE,
                MUTANT,
                TRANSFORMER);
    }

    @Test
    void torchKnowsNeitherMethodsNorReportsNorTests() {
        noClasses()
                .that()
                .resideInAPackage(TORCH + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(METHOD, REPORT, JUNIT)
                .because("an engine serves whatever asks it")
                .check(classes);
    }

    @Test
    void torchAloneKnowsDjl() {
        noClasses()
                .that()
                .resideOutsideOfPackage(TORCH + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .because("the rules that keep the process alive hold only where one package owns the native library")
                .check(classes);
    }

    @Test
    void theExtensionAndTheKitAloneKnowJUnit() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JUNIT)
                .and()
                .doNotHaveFullyQualifiedName(KIT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..")
                .because("attributions must be computed and judged outside of tests too")
                .check(classes);
    }

    @Test
    void nothingKnowsTheKit() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(KIT)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(KIT)
                .because("closed forms are models for those too who have no JUnit Jupiter on the class path")
                .check(classes);
    }

    @Test
    void nothingKnowsTheExtension() {
        noClasses()
                .that()
                .resideOutsideOfPackage(JUNIT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(JUNIT)
                .because("it is the outermost part")
                .check(classes);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.github.junitattrib.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that needs its own user cannot be understood alone")
                .check(classes);
    }

    @Test
    void publicTypesAreClosedToSubclasses() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(beFinalOrAnInterfaceOrTheBaseOfExceptions())
                .because("what users cannot subclass can change")
                .check(classes);
    }

    @Test
    void onlyTheConsolePrints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(JUNIT + ".Console")
                .and()
                .doNotHaveFullyQualifiedName(REPORT + ".Aggregate")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because(
                        "a test run's output belongs to the user; a session prints where the report is, and what it skipped whole; a command prints what it did")
                .check(classes);
    }

    @Test
    void noNumberOfTheGraphLiesInAJavaBuffer() {
        noClasses()
                .that()
                .resideInAPackage(TORCH + "..")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "NDArray arithmetic with a Java number",
                        call -> call.getTargetOwner().isAssignableTo(NDArray.class)
                                && call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> type.isEquivalentTo(Number.class))))
                .because("DJL wraps the number in a buffer that may be collected before the backward pass reads it:"
                        + " take TorchRuntime.constant")
                .check(classes);
    }

    private void onlyDependOn(String from, String because, String... packages) {
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(because)
                .check(classes);
    }

    private static ArchCondition<JavaClass> beFinalOrAnInterfaceOrTheBaseOfExceptions() {
        return new ArchCondition<>("be final, an interface or the abstract base of exceptions") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean base =
                        type.getModifiers().contains(JavaModifier.ABSTRACT) && type.isAssignableTo(Throwable.class);
                boolean closed =
                        base || type.isInterface() || type.getModifiers().contains(JavaModifier.FINAL);
                events.add(new SimpleConditionEvent(
                        type, closed, type.getName() + (closed ? " is closed" : " is open to subclasses")));
            }
        };
    }
}
