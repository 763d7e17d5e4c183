package io.github.junitattrib.junit;

import io.github.junitattrib.check.Check;
import io.github.junitattrib.model.TextClassifier;
import io.github.junitattrib.report.TestCase;
import io.github.junitattrib.vacuity.Judgment;
import io.github.junitattrib.vacuity.Strength;
import io.github.junitattrib.vacuity.VacuityJudge;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * The end of a class: its checks that passed are replayed on mutants, one of which is in memory at a time.
 *
 * <p>Not at the end of each test: a mutant would be made anew for each, or all of them kept for the whole session. The
 * failure belongs to the class, and names test and check.
 */
final class ClassEnd {

    private final List<ClassChecks.OfTest> tests;
    private final Session session;

    private ClassEnd(List<ClassChecks.OfTest> tests, Session session) {
        this.tests = tests;
        this.session = session;
    }

    static ClassEnd of(ExtensionContext type, Session session) {
        return new ClassEnd(
                ClassChecks.of(type)
                        .filter(passed -> passed.endsWith(type))
                        .map(ClassChecks::tests)
                        .orElse(List.of()),
                session);
    }

    /**
     * Judges and reports the checks.
     *
     * @throws AssertionFailedError if one is vacuous, and that is to fail
     */
    void judge() {
        if (tests.isEmpty()) {
            return;
        }
        List<JudgedTest> judged = session.vacuity().inTurn(this::judged);
        session.vacuity().write(judged);
        List<JudgedCheck> vacuous = judged.stream()
                .flatMap(test -> test.checks().stream())
                .filter(check -> check.judgment().strength() == Strength.VACUOUS)
                .toList();
        if (!vacuous.isEmpty() && session.properties().vacuity() == VacuityMode.FAIL) {
            throw new AssertionFailedError(
                    VacuityMessage.of(vacuous, session.vacuity().page()));
        }
    }

    private List<JudgedTest> judged() {
        Map<Optional<ModelSlot>, List<ClassChecks.OfTest>> byModel = new LinkedHashMap<>();
        tests.forEach(test -> byModel.computeIfAbsent(test.tested(), slot -> new ArrayList<>())
                .add(test));
        List<JudgedTest> judged = new ArrayList<>();
        byModel.forEach((slot, ofModel) -> judged.addAll(judged(slot, ofModel)));
        return judged;
    }

    private List<JudgedTest> judged(Optional<ModelSlot> slot, List<ClassChecks.OfTest> ofModel) {
        List<Check> checks =
                ofModel.stream().flatMap(test -> test.checks().stream()).toList();
        Supplier<TextClassifier> model =
                () -> slot.orElseThrow().model(ofModel.get(0).test().className());
        Iterator<Judgment> judgments = new VacuityJudge(
                        model,
                        request ->
                                slot.filter(tested -> tested.isAskedBy(request)).isPresent(),
                        session.properties().vacuitySettings())
                .judge(checks)
                .iterator();
        return ofModel.stream()
                .map(test -> new JudgedTest(
                        test.test(),
                        test.checks().stream()
                                .map(check -> judged(test.test(), check, judgments.next(), model))
                                .toList(),
                        test.notAsked()))
                .toList();
    }

    private static JudgedCheck judged(TestCase test, Check check, Judgment judgment, Supplier<TextClassifier> model) {
        // What was replayed on no mutant may have a model that cannot be loaded.
        String name = judgment.mutants().isEmpty() ? "" : model.get().facts().name();
        return new JudgedCheck(test, check, name, judgment);
    }
}
