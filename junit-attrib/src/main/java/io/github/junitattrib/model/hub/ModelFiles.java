package io.github.junitattrib.model.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The files that make up a model, chosen among those of a repository.
 *
 * @param names what is needed; the last ones are those without which no folder counts as a model
 * @param sharded whether the weights are in the files that {@link #INDEX} lists
 * @param problem why there is no model that can be read; empty if there is one
 */
record ModelFiles(List<String> names, boolean sharded, Optional<String> problem) {

    static final String INDEX = "model.safetensors.index.json";
    static final String CONFIG = "config.json";

    private static final String WEIGHTS = "model.safetensors";
    private static final String PICKLE = "pytorch_model.bin";
    private static final String SERVING = "serving.properties";
    private static final List<String> TOKENIZER = List.of(
            "special_tokens_map.json",
            "added_tokens.json",
            "tokenizer_config.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt",
            "tokenizer.json");
    private static final Pattern ARCHIVE = Pattern.compile("\\w[\\w.-]*\\.pt");
    /** What training leaves beside a model. */
    private static final Set<String> NO_ARCHIVES = Set.of("optimizer.pt", "scheduler.pt", "scaler.pt");

    /** Chooses among the names of all files, those in subfolders with their path. */
    static ModelFiles among(Set<String> files, HubAddress address) {
        List<String> names =
                TOKENIZER.stream().filter(files::contains).collect(Collectors.toCollection(ArrayList::new));
        List<String> archives = archives(files);
        if (files.contains(WEIGHTS)) {
            names.add(WEIGHTS);
        } else if (files.contains(INDEX)) {
            names.add(INDEX);
        } else if (archives.size() == 1 && files.contains(SERVING)) {
            names.addAll(List.of(archives.get(0), SERVING));
        } else {
            return refusal(noWeights(files, archives, address));
        }
        boolean archive = names.contains(SERVING);
        if (files.contains(CONFIG)) {
            names.add(CONFIG);
        } else if (!archive) {
            return refusal("has no " + CONFIG);
        }
        return hasTokenizer(files)
                ? new ModelFiles(List.copyOf(names), names.contains(INDEX), Optional.empty())
                : refusal(noTokenizer(files, address));
    }

    private static List<String> archives(Set<String> files) {
        return new TreeSet<>(files)
                .stream()
                        .filter(file -> ARCHIVE.matcher(file).matches() && !NO_ARCHIVES.contains(file))
                        .toList();
    }

    private static boolean hasTokenizer(Set<String> files) {
        return files.contains("tokenizer.json")
                || files.contains("vocab.txt")
                || files.containsAll(List.of("vocab.json", "merges.txt"));
    }

    private static ModelFiles refusal(String problem) {
        return new ModelFiles(List.of(), false, Optional.of(problem));
    }

    private static String noWeights(Set<String> files, List<String> archives, HubAddress address) {
        if (files.contains(PICKLE)) {
            return "has no " + WEIGHTS + ", but a " + PICKLE + ", which can run code when it is read. "
                    + converted(address);
        }
        if (archives.size() > 1) {
            return "has no " + WEIGHTS + ", but several archives: " + String.join(", ", archives);
        }
        return "has neither " + WEIGHTS + " nor " + INDEX + " nor a TorchScript archive (.pt) with " + SERVING;
    }

    private static String noTokenizer(Set<String> files, HubAddress address) {
        Optional<String> sentencePiece = new TreeSet<>(files)
                .stream()
                        .filter(file -> file.endsWith(".model") && !file.contains("/"))
                        .findFirst();
        return "has no tokenizer.json and no vocab.txt"
                + sentencePiece
                        .map(file -> ", but a SentencePiece model (" + file + "), which cannot be read")
                        .orElse("")
                + ". " + converted(address);
    }

    private static String converted(HubAddress address) {
        return "Convert it: python -c \"from transformers import AutoModelForSequenceClassification as M, AutoTokenizer as"
                + " T; n, r = '" + address.repository() + "', '" + address.revision()
                + "'; M.from_pretrained(n, revision=r).save_pretrained('model'); T.from_pretrained(n,"
                + " revision=r).save_pretrained('model')\" and give the directory model";
    }
}
