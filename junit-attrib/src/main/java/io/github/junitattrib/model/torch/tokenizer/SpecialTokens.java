package io.github.junitattrib.model.torch.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.junitattrib.Baseline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The special tokens of a tokenizer by their role: {@code cls_token}, {@code pad_token}, {@code mask_token}. */
public final class SpecialTokens {

    /** The roles, with the texts that are looked for where no file names one. */
    private static final Map<String, List<String>> CUSTOMARY = new TreeMap<>(Map.of(
            "bos_token", List.of("<s>", "<|endoftext|>"),
            "eos_token", List.of("</s>", "<|endoftext|>"),
            "unk_token", List.of("[UNK]", "<unk>"),
            "sep_token", List.of("[SEP]", "</s>"),
            "pad_token", List.of("[PAD]", "<pad>"),
            "cls_token", List.of("[CLS]", "<s>"),
            "mask_token", List.of("[MASK]", "<mask>")));

    private final Map<String, Long> roles = new HashMap<>();
    private final Map<String, Long> structural = new HashMap<>();
    private final Set<Long> structuralIds = new HashSet<>();

    private SpecialTokens() {}

    /** Finds them in a whole tokenizer.json, with the help of the files that name roles. */
    static SpecialTokens of(ObjectNode tokenizer, TokenizerSettings settings) {
        Map<String, Long> ids = vocabulary(tokenizer.path("model").path("vocab"));
        Set<String> added = new HashSet<>();
        for (JsonNode token : tokenizer.path("added_tokens")) {
            String text = token.path("content").asText();
            added.add(text);
            ids.putIfAbsent(text, token.path("id").asLong());
        }
        SpecialTokens tokens = new SpecialTokens();
        CUSTOMARY.forEach((role, customary) -> {
            settings.specialToken(role).filter(ids::containsKey).ifPresent(text -> {
                tokens.roles.put(role, ids.get(text));
                tokens.structural.put(text, ids.get(text));
            });
            for (String text : customary) {
                if (ids.containsKey(text)) {
                    tokens.roles.putIfAbsent(role, ids.get(text));
                }
                // Without a role a piece of this spelling may be a piece like others.
                if (added.contains(text)) {
                    tokens.structural.put(text, ids.get(text));
                }
            }
        });
        PostProcessor.tokens(tokenizer.path("post_processor")).forEach(tokens.structural::putIfAbsent);
        tokens.structuralIds.addAll(tokens.structural.values());
        // Any text can have unknown words.
        tokens.id("unk_token").ifPresent(tokens.structuralIds::remove);
        return tokens;
    }

    private static Map<String, Long> vocabulary(JsonNode vocabulary) {
        Map<String, Long> ids = new HashMap<>();
        for (int i = 0; vocabulary.isArray() && i < vocabulary.size(); i++) {
            ids.put(vocabulary.get(i).path(0).asText(), (long) i);
        }
        vocabulary
                .properties()
                .forEach(piece -> ids.put(piece.getKey(), piece.getValue().asLong()));
        return ids;
    }

    /**
     * Returns the ids of the tokens that a path may start from.
     *
     * @param padding the id in config.json, for a tokenizer that has no padding token: many files have an untouched default
     *     there
     */
    public Function<Baseline.Row, OptionalLong> baselines(OptionalLong padding) {
        return baseline -> switch (baseline) {
            case MASK -> id("mask_token");
            case UNK -> id("unk_token");
            case PAD -> id("pad_token").isPresent() ? id("pad_token") : padding;
            case ZERO -> OptionalLong.empty();
        };
    }

    /** Returns the id of the token with this role; empty if the tokenizer has none. */
    public OptionalLong id(String role) {
        Long id = roles.get(role);
        return id == null ? OptionalLong.empty() : OptionalLong.of(id);
    }

    /**
     * Returns the texts of the tokens that structure a model's input, which must not come out of a user's text. The model's
     * own markers, such as {@code [E1]}, have no role and are not among them: texts are meant to hold them.
     */
    Set<String> structural() {
        return Set.copyOf(structural.keySet());
    }

    /** Says whether the id is that of a token that structures the input, and not of unknown text, too. */
    public boolean isStructural(long id) {
        return structuralIds.contains(id);
    }
}
