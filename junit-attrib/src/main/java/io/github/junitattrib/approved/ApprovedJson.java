package io.github.junitattrib.approved;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.junitattrib.Attribution;
import io.github.junitattrib.Prediction;
import io.github.junitattrib.Span;
import io.github.junitattrib.TokenScore;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Approved attributions as text that is pleasant to review: a token a line, six significant digits, entries in the order of
 * their texts.
 */
final class ApprovedJson {

    static final int SCHEMA = 1;

    private static final MathContext DIGITS = new MathContext(6);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // A merge may leave both sides: the last would count, and the first would be reviewed.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ApprovedJson() {}

    private record FileContent(int schema, @Nullable List<@Nullable ApprovedEntry> approved) {}

    /**
     * Reads what a file holds.
     *
     * @throws JsonProcessingException if it is no JSON, or has fields that are not ours or stand there twice
     * @throws IllegalArgumentException if a field is missing or cannot be what it is
     */
    static List<Attribution> read(byte[] content) throws IOException {
        FileContent file = MAPPER.readValue(content, FileContent.class);
        if (file == null || file.schema() != SCHEMA || file.approved() == null) {
            throw new IllegalArgumentException("it has no \"schema\" " + SCHEMA + " with \"approved\" attributions");
        }
        List<Attribution> attributions = new ArrayList<>();
        for (ApprovedEntry entry : file.approved()) {
            int number = attributions.size() + 1;
            if (entry == null) {
                throw new EntryCheck("entry " + number).problem("is null");
            }
            attributions.add(entry.attribution(number));
        }
        return attributions;
    }

    static String print(List<Attribution> attributions) {
        String entries = attributions.stream()
                .sorted(Comparator.comparing(Attribution::text)
                        .thenComparing(one -> one.method().name())
                        .thenComparing(one -> one.method().parameters().toString())
                        .thenComparing(Attribution::label))
                .map(ApprovedJson::print)
                .collect(Collectors.joining(","));
        return "{\n  \"schema\": " + SCHEMA + ",\n  \"approved\": [" + entries + "\n  ]\n}\n";
    }

    private static String print(Attribution attribution) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("text", attribution.text());
        fields.put("method", attribution.method().name());
        fields.put("parameters", attribution.method().parameters());
        fields.put("target", attribution.label());
        fields.put("class", attribution.target().index());
        fields.put("model", attribution.model().name());
        fields.put("device", attribution.model().device());
        fields.put("dtype", attribution.model().dtype());
        Prediction prediction = attribution.prediction();
        fields.put("kind", prediction.kind());
        Map<String, Double> scores = new LinkedHashMap<>();
        for (int i = 0; i < prediction.labels().size(); i++) {
            scores.put(prediction.labels().get(i), rounded(prediction.scores().get(i)));
        }
        fields.put("scores", scores);
        fields.put("f_input", rounded(attribution.inputScore()));
        if (Double.isFinite(attribution.baselineScore())) {
            fields.put("f_baseline", rounded(attribution.baselineScore()));
        }
        String head = fields.entrySet().stream()
                .map(field -> "\n      " + line(field.getKey()) + ": " + line(field.getValue()) + ",")
                .collect(Collectors.joining());
        String tokens = attribution.tokens().stream()
                .map(token -> "\n        " + line(printed(token)))
                .collect(Collectors.joining(","));
        return "\n    {" + head + "\n      \"tokens\": [" + tokens + "\n      ]\n    }";
    }

    private static ApprovedToken printed(TokenScore token) {
        return new ApprovedToken(
                token.text(),
                token.span().map(Span::start).orElse(null),
                token.span().map(Span::end).orElse(null),
                token.word().isPresent() ? token.word().getAsInt() : null,
                token.special() ? true : null,
                rounded(token.score()),
                rounded(token.uncertainty()));
    }

    /** JSON has no numbers for NaN and infinities, and nothing was converged that has them. */
    private static double rounded(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a score of it is no finite number: " + number);
        }
        return new BigDecimal(number).round(DIGITS).doubleValue();
    }

    private static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Plain values can always be printed, but this one cannot: " + value, e);
        }
    }
}
