package io.github.junitattrib.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.gate.CaseList;
import io.github.junitattrib.gate.ComparedCase;
import io.github.junitattrib.gate.ComparedModels;
import io.github.junitattrib.gate.ComparisonResult;
import io.github.junitattrib.gate.FailingCase;
import io.github.junitattrib.gate.Figure;
import io.github.junitattrib.gate.Figures;
import io.github.junitattrib.gate.GateCheck;
import io.github.junitattrib.gate.GateResult;
import io.github.junitattrib.gate.GateSettings;
import io.github.junitattrib.gate.Ratchet;
import io.github.junitattrib.gate.WordShare;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds what gate.json says of one comparison; the pages for people are made of it. */
final class GateJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int WORDS = 10;

    private GateJson() {}

    static ObjectNode of(String test, GateResult result) {
        ComparisonResult comparison = result.comparison();
        ComparedModels models = comparison.models();
        ObjectNode gate = NODES.objectNode()
                .put("test", test)
                .put("comparison", models.toString())
                .put("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
                .put("gate", result.gate())
                .put("released", models.released().name())
                .put("candidate", models.candidate().name())
                .put("released_location", models.released().location().orElse(null))
                .put("candidate_location", models.candidate().location().orElse(null))
                .put("corpus", models.corpus())
                .put("method", models.method())
                .put("cases", comparison.all().cases())
                .put("labeled", comparison.all().labeled())
                .put("lost", comparison.all().lost())
                .put("won", comparison.all().won());
        ArrayNode checks = gate.putArray("checks");
        result.checks().forEach(check -> checks.add(check(check)));
        List<WordShare> words = comparison.words(result.settings().wordTexts());
        addWords(gate.putArray("gained"), GateWords.gained(words, WORDS));
        addWords(gate.putArray("lost_words"), GateWords.lost(words, WORDS));
        ArrayNode misleading = gate.putArray("misleading");
        comparison.misleadingWords().stream()
                .limit(WORDS)
                .forEach(word -> misleading.addObject().put("word", word.word()).put("cases", word.cases()));
        ArrayNode kinds = gate.putArray("kinds");
        result.cases().forEach(cases -> kinds.add(kind(cases, result.settings())));
        ArrayNode slices = gate.putArray("slices");
        comparison.slices().forEach((name, figures) -> slices.add(slice(name, figures, result)));
        result.ratchet().ifPresent(ratchet -> gate.set("known_failures", ratchet(ratchet)));
        return gate;
    }

    /** Of a gate that could not be judged nothing is known but the reason. */
    static ObjectNode unjudged(String test, String comparison, String reason) {
        return NODES.objectNode()
                .put("test", test)
                .put("comparison", comparison)
                .put("verdict", "error")
                .put("message", reason);
    }

    private static ObjectNode check(GateCheck check) {
        ObjectNode node = NODES.objectNode()
                .put("key", check.rule().name())
                .put("meaning", check.rule().key().meaning())
                .put("limit", check.rule().limit())
                .put("limit_text", check.limit())
                .put("value_text", check.value())
                .put(
                        "verdict",
                        check.verdict()
                                .map(verdict -> verdict.name().toLowerCase(Locale.ROOT))
                                .orElse(null))
                .put("note", Json.present(check.note()))
                .put("because", Json.present(check.rule().because()));
        node.put("value", value(check.figure()))
                .put("low", check.figure().map(Figure::low).map(Json::finite).orElse(null))
                .put("high", check.figure().map(Figure::high).map(Json::finite).orElse(null));
        return node;
    }

    private static void addWords(ArrayNode array, List<WordShare> words) {
        words.forEach(word -> array.addObject()
                .put("word", word.word())
                .put("target", word.target())
                .put("texts", word.texts())
                .put("released", word.released())
                .put("candidate", word.candidate())
                .put("gain", word.gain())
                .put("low", word.rise().low())
                .put("high", word.rise().high()));
    }

    private static ObjectNode kind(CaseList cases, GateSettings settings) {
        ObjectNode node = NODES.objectNode()
                .put("kind", cases.kind().word())
                .put("title", cases.kind().title())
                .put("count", cases.count());
        ArrayNode worst = node.putArray("worst");
        cases.worst().forEach(one -> worst.add(worst(one, settings)));
        return node;
    }

    private static ObjectNode worst(ComparedCase one, GateSettings settings) {
        ObjectNode node = NODES.objectNode()
                .put("id", one.origin().id().orElse(null))
                .put("place", one.origin().place().map(Object::toString).orElse(null))
                .put("text", one.origin().text());
        ArrayNode findings = node.putArray("findings");
        one.findings(settings).forEach(findings::add);
        return node;
    }

    private static ObjectNode slice(String name, Figures figures, GateResult result) {
        ObjectNode node = NODES.objectNode()
                .put("slice", name)
                .put("cases", figures.cases())
                .put("judged", figures.cases() >= result.settings().sliceCases())
                .put("accuracy_released", value(figures.releasedAccuracy()))
                .put("accuracy_candidate", value(figures.candidateAccuracy()))
                .put("predictions_changed", value(figures.predictionsChanged()))
                .put(
                        "reasons_drifted",
                        value(figures.reasonsDrifted(result.settings().agreement())))
                .put("violations_released", value(figures.releasedViolations()))
                .put("violations_candidate", value(figures.candidateViolations()))
                .put("completeness_gap", value(figures.completenessGap()))
                .put("inconclusive", value(figures.inconclusive()));
        List<WordShare> words =
                result.comparison().words(name, result.settings().wordTexts());
        addWords(node.putArray("gained"), GateWords.gained(words, 1));
        addWords(node.putArray("lost_words"), GateWords.lost(words, 1));
        return node;
    }

    private static @Nullable Double value(Optional<Figure> figure) {
        return figure.map(Figure::value).map(Json::finite).orElse(null);
    }

    private static ObjectNode ratchet(Ratchet ratchet) {
        ObjectNode node = NODES.objectNode().put("location", ratchet.location()).put("entries", ratchet.known());
        add(node.putArray("unknown"), ratchet.unknown());
        add(node.putArray("fixed"), ratchet.fixed());
        add(node.putArray("unclear"), ratchet.unclear());
        add(node.putArray("strangers"), ratchet.strangers());
        return node;
    }

    private static void add(ArrayNode array, List<FailingCase> cases) {
        cases.forEach(one -> array.addObject().put("kind", one.kind().word()).put("name", one.name()));
    }
}
