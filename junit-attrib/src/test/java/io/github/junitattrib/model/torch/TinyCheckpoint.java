package io.github.junitattrib.model.torch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** A whole BERT checkpoint of random weights (1 layer, 4 wide, 2 classes), to be broken in one place by a test. */
public final class TinyCheckpoint {

    public static final int POSITIONS = 16;
    private static final int WIDTH = 4;
    private static final List<String> VOCABULARY = List.of(
            "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "it", "was", "great", "said", "not", "##ly", "'", "t",
            "wasn");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, long[]> shapes = new LinkedHashMap<>();
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final ObjectNode config = JSON.createObjectNode();

    public TinyCheckpoint() {
        config.put("model_type", "bert")
                .put("hidden_size", WIDTH)
                .put("num_hidden_layers", 1)
                .put("num_attention_heads", 2)
                .put("max_position_embeddings", POSITIONS)
                .put("hidden_act", "gelu")
                .put("pad_token_id", 0);
        config.putObject("id2label").put("0", "NEGATIVE").put("1", "POSITIVE");
        shapes.put("bert.embeddings.word_embeddings.weight", new long[] {VOCABULARY.size(), WIDTH});
        shapes.put("bert.embeddings.position_embeddings.weight", new long[] {POSITIONS, WIDTH});
        shapes.put("bert.embeddings.token_type_embeddings.weight", new long[] {2, WIDTH});
        norm("bert.embeddings.LayerNorm");
        String layer = "bert.encoder.layer.0.";
        for (String part : List.of("attention.self.query", "attention.self.key", "attention.self.value")) {
            linear(layer + part, WIDTH, WIDTH);
        }
        linear(layer + "attention.output.dense", WIDTH, WIDTH);
        norm(layer + "attention.output.LayerNorm");
        linear(layer + "intermediate.dense", 8, WIDTH);
        linear(layer + "output.dense", WIDTH, 8);
        norm(layer + "output.LayerNorm");
        linear("bert.pooler.dense", WIDTH, WIDTH);
        linear("classifier", 2, WIDTH);
    }

    private void linear(String name, long out, long in) {
        shapes.put(name + ".weight", new long[] {out, in});
        shapes.put(name + ".bias", new long[] {out});
    }

    private void norm(String name) {
        shapes.put(name + ".weight", new long[] {WIDTH});
        shapes.put(name + ".bias", new long[] {WIDTH});
    }

    TinyCheckpoint config(Consumer<ObjectNode> change) {
        change.accept(config);
        return this;
    }

    TinyCheckpoint without(String tensor) {
        shapes.remove(tensor);
        return this;
    }

    TinyCheckpoint shape(String tensor, long... shape) {
        shapes.put(tensor, shape);
        return this;
    }

    /** Stores a tensor of given bytes. */
    TinyCheckpoint stored(String tensor, String dtype, long[] shape, byte[] data) {
        shapes.put(tensor, shape);
        stored.put(tensor, new Stored(dtype, data));
        return this;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stored(String dtype, byte[] data) {}

    /** Gives tensors other names and leaves their numbers. */
    TinyCheckpoint renamed(String from, String to) {
        Map<String, long[]> old = new LinkedHashMap<>(shapes);
        shapes.clear();
        old.forEach((name, shape) -> shapes.put(name.replace(from, to), shape));
        return this;
    }

    public Path write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("config.json"), config.toString());
            Files.writeString(directory.resolve("tokenizer.json"), tokenizer(VOCABULARY));
            Files.write(directory.resolve("model.safetensors"), weights());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] weights() {
        SafetensorsWriter writer = new SafetensorsWriter();
        Random random = new Random(1);
        shapes.forEach((name, shape) -> {
            Stored given = stored.get(name);
            if (given != null) {
                writer.tensor(name, given.dtype(), shape, given.data());
                return;
            }
            int count = 1;
            for (long extent : shape) {
                count *= (int) extent;
            }
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextGaussian();
            }
            writer.floats(name, shape, values);
        });
        return writer.bytes();
    }

    /** The tokenizer.json of a lower-casing BERT with these words. */
    static String tokenizer(List<String> vocabulary) {
        ObjectNode json = JSON.createObjectNode().put("version", "1.0");
        for (int id = 0; id < 5; id++) {
            json.withArray("added_tokens")
                    .addObject()
                    .put("id", id)
                    .put("content", vocabulary.get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        json.putObject("normalizer")
                .put("type", "BertNormalizer")
                .put("clean_text", true)
                .put("handle_chinese_chars", true)
                .putNull("strip_accents")
                .put("lowercase", true);
        json.putObject("pre_tokenizer").put("type", "BertPreTokenizer");
        ObjectNode processor = json.putObject("post_processor").put("type", "TemplateProcessing");
        for (String kind : List.of("single", "pair")) {
            var template = processor.putArray(kind);
            template.addObject().putObject("SpecialToken").put("id", "[CLS]").put("type_id", 0);
            template.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
            template.addObject().putObject("SpecialToken").put("id", "[SEP]").put("type_id", 0);
            if (kind.equals("pair")) {
                template.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
            }
        }
        ObjectNode specials = processor.putObject("special_tokens");
        for (int id = 2; id < 4; id++) {
            ObjectNode special = specials.putObject(vocabulary.get(id)).put("id", vocabulary.get(id));
            special.putArray("ids").add(id);
            special.putArray("tokens").add(vocabulary.get(id));
        }
        ObjectNode model = json.putObject("model")
                .put("type", "WordPiece")
                .put("unk_token", "[UNK]")
                .put("continuing_subword_prefix", "##")
                .put("max_input_chars_per_word", 100);
        ObjectNode words = model.putObject("vocab");
        for (int id = 0; id < vocabulary.size(); id++) {
            words.put(vocabulary.get(id), id);
        }
        return json.toString();
    }

    static List<String> vocabulary() {
        return VOCABULARY;
    }
}
