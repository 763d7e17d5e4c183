package io.github.junitattrib.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** One thing wrong with a model directory, chosen by a random number. */
enum Mutation {
    FILE_CUT_SHORT(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".safetensors", ".pt", ".json");
            byte[] content = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(content, random.nextInt(content.length)));
            return fileName(file);
        }
    },
    FILE_MISSING(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".safetensors", "tokenizer.json", ".pt");
            Files.delete(file);
            return fileName(file).endsWith(".pt") ? ".pt" : fileName(file);
        }
    },
    CONFIG_VALUE(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = directory.resolve("config.json");
            ObjectNode config = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
            List<String> keys = NUMBERS.stream().filter(config::has).toList();
            String key = keys.get(random.nextInt(keys.size()));
            config.set(key, WRONG.get(random.nextInt(WRONG.size())));
            Files.write(file, JSON.writeValueAsBytes(config));
            return "config.json";
        }
    },
    CONFIG_SIZE(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = directory.resolve("config.json");
            ObjectNode config = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
            List<String> keys = NUMBERS.stream()
                    .filter(key -> config.path(key).isInt() && config.path(key).asInt() > 1)
                    .filter(key -> isContradicted(key, config.path("model_type").asText()))
                    .toList();
            String key = keys.get(random.nextInt(keys.size()));
            config.put(key, config.get(key).asInt() + 1 + random.nextInt(3));
            Files.write(file, JSON.writeValueAsBytes(config));
            return "config.json";
        }
    },
    WEIGHTS_HEADER_BIT(false) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".safetensors");
            byte[] content = Files.readAllBytes(file);
            long header =
                    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
            flip(content, random.nextInt(8 + (int) header), random);
            Files.write(file, content);
            return fileName(file);
        }
    },
    TENSOR_SHAPE(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".safetensors");
            byte[] content = Files.readAllBytes(file);
            int length = (int)
                    ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getLong();
            ObjectNode header = (ObjectNode) JSON.readTree(Arrays.copyOfRange(content, 8, 8 + length));
            List<String> names = new ArrayList<>();
            header.fieldNames().forEachRemaining(names::add);
            names.removeIf(
                    name -> !name.endsWith(".weight") || UNUSED.matcher(name).find());
            String name = names.get(random.nextInt(names.size()));
            // The same numbers in another shape, so that only the configuration can tell.
            long size = 1;
            for (JsonNode extent : header.path(name).path("shape")) {
                size *= extent.asLong();
            }
            ((ObjectNode) header.path(name))
                    .set("shape", JSON.createArrayNode().add(1).add(1).add(size));
            byte[] json = JSON.writeValueAsBytes(header);
            ByteBuffer changed = ByteBuffer.allocate(8 + json.length + content.length - 8 - length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(json.length)
                    .put(json)
                    .put(content, 8 + length, content.length - 8 - length);
            Files.write(file, changed.array());
            return name;
        }
    },
    WEIGHT_BIT(false) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".safetensors");
            byte[] content = Files.readAllBytes(file);
            int header = 8
                    + (int) ByteBuffer.wrap(content)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .getLong();
            flip(content, header + random.nextInt(content.length - header), random);
            Files.write(file, content);
            return fileName(file);
        }
    },
    JSON_BIT(false) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            return flipAny(directory, random, "config.json", "tokenizer.json");
        }
    },
    ARCHIVE_BIT(false) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            return flipAny(directory, random, ".pt");
        }
    },
    ARCHIVE_BOMB(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".pt");
            rewrite(file, (zip, top) -> {
                zip.putNextEntry(new ZipEntry(top + "/data/bomb"));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 64 + random.nextInt(64); i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            });
            return fileName(file);
        }
    },
    ARCHIVE_ESCAPE(true) {
        @Override
        String apply(Path directory, Random random) throws IOException {
            Path file = any(directory, random, ".pt");
            List<String> names = List.of("../escaped", "/escaped", "x/../../escaped", "C:\\escaped", "..\\escaped");
            rewrite(file, (zip, top) -> {
                zip.putNextEntry(new ZipEntry(names.get(random.nextInt(names.size()))));
                zip.write("escaped".getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            });
            return fileName(file);
        }
    };

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Configuration keys that a weight or another key contradicts when they change. */
    private static final List<String> NUMBERS = List.of(
            "hidden_size",
            "dim",
            "num_hidden_layers",
            "n_layers",
            "num_attention_heads",
            "n_heads",
            "vocab_size",
            "intermediate_size",
            "hidden_dim",
            "max_position_embeddings",
            "embedding_size",
            "num_hidden_groups");

    /** Weights of other heads, which are not read. */
    private static final Pattern UNUSED =
            Pattern.compile("^(lm_head|cls|discriminator_predictions|roberta\\.pooler|electra\\.pooler)\\b");

    private static final List<JsonNode> WRONG = List.of(
            JsonNodeFactory.instance.numberNode(0),
            JsonNodeFactory.instance.numberNode(-4),
            JsonNodeFactory.instance.numberNode(2.5),
            JsonNodeFactory.instance.numberNode(Integer.MAX_VALUE),
            JsonNodeFactory.instance.numberNode(1L << 40),
            JsonNodeFactory.instance.textNode("many"),
            JsonNodeFactory.instance.arrayNode().add(1),
            JsonNodeFactory.instance.booleanNode(true));

    private final boolean alwaysRefused;

    Mutation(boolean alwaysRefused) {
        this.alwaysRefused = alwaysRefused;
    }

    /** Whether no model can be right after it; a flipped bit may hit what nobody reads. */
    boolean alwaysRefused() {
        return alwaysRefused;
    }

    /** Breaks a directory; returns what the refusal must name. */
    abstract String apply(Path directory, Random random) throws IOException;

    /** Whether the directory has what this mutation breaks. */
    boolean fits(Path directory) throws IOException {
        boolean archive = !files(directory, ".pt").isEmpty();
        return switch (this) {
            case ARCHIVE_BIT, ARCHIVE_BOMB, ARCHIVE_ESCAPE -> archive;
            case CONFIG_VALUE, CONFIG_SIZE, WEIGHTS_HEADER_BIT, TENSOR_SHAPE, WEIGHT_BIT -> !archive;
            default -> true;
        };
    }

    /** Other numbers of heads, shared layers or unstored positions make another network of the same weights. */
    private static boolean isContradicted(String key, String family) {
        return switch (key) {
            case "num_attention_heads", "n_heads" -> false;
            case "num_hidden_layers" -> !family.equals("albert");
            case "max_position_embeddings" -> !family.equals("deberta-v2");
            default -> true;
        };
    }

    private interface Addition {
        void to(ZipOutputStream zip, String top) throws IOException;
    }

    private static void rewrite(Path file, Addition addition) throws IOException {
        Path fresh = file.resolveSibling("fresh.zip");
        try (ZipFile old = new ZipFile(file.toFile());
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh))) {
            String top = "";
            for (ZipEntry entry : old.stream().toList()) {
                top = entry.getName().substring(0, entry.getName().indexOf('/'));
                byte[] content = old.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(content.length);
                CRC32 crc = new CRC32();
                crc.update(content);
                copy.setCrc(crc.getValue());
                zip.putNextEntry(copy);
                zip.write(content);
                zip.closeEntry();
            }
            addition.to(zip, top);
        }
        Files.delete(file);
        Files.move(fresh, file);
    }

    private static String flipAny(Path directory, Random random, String... endings) throws IOException {
        Path file = any(directory, random, endings);
        byte[] content = Files.readAllBytes(file);
        flip(content, random.nextInt(content.length), random);
        Files.write(file, content);
        return fileName(file);
    }

    private static void flip(byte[] content, int at, Random random) {
        content[at] ^= (byte) (1 << random.nextInt(8));
    }

    private static Path any(Path directory, Random random, String... endings) throws IOException {
        List<Path> files = files(directory, endings);
        return files.get(random.nextInt(files.size()));
    }

    private static List<Path> files(Path directory, String... endings) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Arrays.stream(endings).anyMatch(fileName(file)::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
