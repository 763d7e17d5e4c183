package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checks the steps of a tokenizer.json that normalize and split a text: those that end the process are refused. */
final class StepsCheck {

    /** Where an expression that can match nothing does so. */
    private static final List<String> SAMPLES = List.of("", " ", "a", "A1 b.", "\n\t", "\u00e9\u4e2d");

    /** Known steps write a sign as two or three letters. */
    private static final int MOST_GROWTH = 1_000;

    private final Path file;
    private double growth = 1;

    private StepsCheck(Path file) {
        this.file = file;
    }

    static void check(JsonNode tokenizer, Path file) {
        StepsCheck check = new StepsCheck(file);
        check.normalizer(tokenizer.path("normalizer"));
        check.preTokenizer(tokenizer.path("pre_tokenizer"));
    }

    private void normalizer(JsonNode step) {
        step.path("normalizers").forEach(this::normalizer);
        JsonNode charsMap = step.path("precompiled_charsmap");
        if (!charsMap.isMissingNode() || step.path("type").asText().equals("Precompiled")) {
            CharsMap.read(charsMap.asText(), file);
        }
        JsonNode pattern = expression(step);
        boolean everywhere = pattern.has("String")
                ? pattern.path("String").asText().isEmpty()
                : pattern.has("Regex") && matchesNothing(pattern.path("Regex").asText());
        if (everywhere) {
            throw TokenizerFiles.broken(file, "its normalizer replaces " + pattern + ", which is found everywhere");
        }
        if (step.path("prepend").asText("x").isEmpty()) {
            throw TokenizerFiles.broken(file, "its normalizer prepends nothing");
        }
        grow(step, pattern);
    }

    /** Steps that lengthen what others have lengthened need more memory than there is for a short text. */
    private void grow(JsonNode step, JsonNode pattern) {
        growth *= Math.max(1.0, step.path("content").asText().length() / (double) found(pattern));
        growth += step.path("prepend").asText().length();
        if (growth > MOST_GROWTH) {
            throw TokenizerFiles.broken(
                    file, "its normalizer can make a text more than " + MOST_GROWTH + " times as long");
        }
    }

    private static int found(JsonNode pattern) {
        return Math.max(1, pattern.path("String").asText().length());
    }

    /** Returns the pattern of a step, safe to be given to the library. */
    private JsonNode expression(JsonNode step) {
        JsonNode pattern = step.path("pattern");
        if (pattern.has("Regex")) {
            SafeExpression.check(pattern.path("Regex").asText(), file);
        }
        return pattern;
    }

    private static boolean matchesNothing(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression);
            return SAMPLES.stream()
                    .flatMap(sample -> pattern.matcher(sample).results())
                    .anyMatch(found -> found.start() == found.end());
        } catch (PatternSyntaxException e) {
            return false; // the library knows other expressions, and refuses what it does not know
        }
    }

    private void preTokenizer(JsonNode step) {
        step.path("pretokenizers").forEach(this::preTokenizer);
        expression(step);
        if (step.path("length").asInt(1) == 0) {
            throw TokenizerFiles.broken(file, "its pre_tokenizer makes parts of the length 0");
        }
    }
}
