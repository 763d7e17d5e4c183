package io.github.junitattrib.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the JSON of the Hugging Face hub, believing nothing that could lead out of a folder. */
final class HubJson {

    private static final Pattern SHARD = Pattern.compile("\\w[\\w.-]*\\.safetensors");

    private HubJson() {}

    /**
     * The files of a repository at one commit.
     *
     * @param commit the commit that the revision stands for
     * @param files their names, with a path where they lie deeper
     */
    record Listing(String commit, Set<String> files) {}

    /** Reads the hub's answer about a revision. */
    static Listing listing(byte[] answer) throws IOException {
        JsonNode json = Json.read(answer);
        String commit = json.path("sha").asText("");
        if (!HubAddress.isCommit(commit) || !json.path("siblings").isArray()) {
            throw new UnusableException("the answer names no commit (sha) with its files (siblings)");
        }
        Set<String> files = new TreeSet<>();
        json.path("siblings").forEach(file -> files.add(file.path("rfilename").asText("")));
        return new Listing(commit, files);
    }

    /** Reads which files an index of sharded weights needs. */
    static Set<String> shards(byte[] index) throws IOException {
        Set<String> shards = new TreeSet<>();
        for (JsonNode file : Json.read(index).path("weight_map")) {
            if (!SHARD.matcher(file.asText()).matches()) {
                throw new UnusableException(
                        "the index names the file \"" + file.asText() + "\", which is no .safetensors file beside it");
            }
            shards.add(file.asText());
        }
        if (shards.isEmpty()) {
            throw new UnusableException("the index names no file (weight_map)");
        }
        return shards;
    }
}
