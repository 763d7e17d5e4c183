package io.github.junitattrib.model.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One model that a metadata.json of DJL's model zoo describes.
 *
 * @param version such as {@code 0.0.1}
 * @param name of the model; may be empty
 * @param items its files
 */
record DjlArtifact(String version, String name, List<Item> items) {

    private static final Pattern PLAIN = Pattern.compile("(?!\\.{1,2}$)[^/\\\\:\\x00-\\x1f]+");
    private static final Pattern VERSION = Pattern.compile("\\d[\\w.-]*");

    /**
     * A file to download.
     *
     * @param uri where it is, relative to the folder of the metadata or absolute
     * @param name the file or, of an archive, the folder that it becomes; empty for the model's own folder
     * @param sha1 of the bytes that are downloaded; empty if not told
     * @param size of the bytes that are downloaded
     */
    record Item(String uri, String name, String sha1, OptionalLong size) {}

    /** Reads all models of a metadata.json. */
    static List<DjlArtifact> read(byte[] metadata) throws IOException {
        List<DjlArtifact> artifacts = new ArrayList<>();
        for (JsonNode artifact : Json.read(metadata).path("artifacts")) {
            String version = artifact.path("version").asText("");
            String name = artifact.path("name").asText("");
            if (!VERSION.matcher(version).matches() || version.contains("..") || (!name.isEmpty() && !isPlain(name))) {
                throw new UnusableException("its model has the version \"" + version + "\" and the name \"" + name
                        + "\", which can be no folders");
            }
            List<Item> items = new ArrayList<>();
            for (JsonNode item : artifact.path("files")) {
                items.add(item(item));
            }
            artifacts.add(new DjlArtifact(version, name, List.copyOf(items)));
        }
        if (artifacts.isEmpty()) {
            throw new UnusableException("it lists no models (artifacts)");
        }
        return artifacts;
    }

    private static Item item(JsonNode json) throws IOException {
        String uri = json.path("uri").asText("");
        Packing packing = Packing.of(uri);
        String name = json.hasNonNull("name") ? json.path("name").asText() : packing.bareName(uri);
        String type = json.path("type").asText(packing.isFolder() ? "dir" : "file");
        if (packing.isFolder() != type.equals("dir")) {
            throw new UnusableException(
                    "its file " + uri + " is of the type \"" + type + "\", which cannot be read here");
        }
        if (uri.isEmpty() || (!name.isEmpty() && !isPlain(name))) {
            throw new UnusableException(
                    "its file \"" + uri + "\" has the name \"" + name + "\", which is no file name");
        }
        long size = json.path("size").asLong(0);
        return new Item(
                uri, name, json.path("sha1Hash").asText(""), size > 0 ? OptionalLong.of(size) : OptionalLong.empty());
    }

    private static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches();
    }

    /** The folder below that of the metadata in which DJL keeps the model. */
    String folder() {
        return name.isEmpty() ? version : version + "/" + name;
    }
}
