package io.github.junitattrib.model;

import io.github.junitattrib.ModelLoadException;
import io.github.junitattrib.location.Placeholders;
import io.github.junitattrib.location.WrittenPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model location, as tests write it, made into a directory.
 *
 * <p>Forms: {@code classpath:folder}, {@code file:…}, a path (with a slash, relative to the project's directory), the
 * address of a {@link ModelStore} such as {@code hf:owner/name@revision}, or a plain word, the alias of the location in
 * the property {@code attrib.model.<word>}. <code>${property}</code> is replaced by the value of the property.
 */
public final class ModelLocation {

    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_.-]+");
    /** One letter would be a disk of Windows. */
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+]+):.*", Pattern.DOTALL);

    /** Kinds of addresses that somebody must have made a store for. */
    private static final Set<String> STORED = Set.of("hf", "djl");

    private static final String KINDS = "a directory, file:…, classpath:folder, hf:owner/name or djl://…";
    private static final String PROPERTY_OF_ALIAS = "attrib.model.";

    private final Function<String, Optional<String>> properties;
    private final ModelCache cache;
    private final Map<String, ModelStore> stores;

    /**
     * Makes a resolver of what lies in directories and on the class path.
     *
     * @param properties where aliases and <code>${property}</code> are looked up
     * @param cache where class path models are unpacked
     */
    public ModelLocation(Function<String, Optional<String>> properties, ModelCache cache) {
        this(properties, cache, Map.of());
    }

    /**
     * Makes a resolver.
     *
     * @param properties where aliases and <code>${property}</code> are looked up
     * @param cache where class path models are unpacked
     * @param stores who finds the models of other addresses, by what stands before the colon, such as {@code hf}
     */
    public ModelLocation(
            Function<String, Optional<String>> properties, ModelCache cache, Map<String, ModelStore> stores) {
        this.properties = properties;
        this.cache = cache;
        this.stores = Map.copyOf(stores);
    }

    /**
     * Finds the directory of a model.
     *
     * @param location the location as written in a test
     * @return an existing directory
     * @throws ModelLoadException if there is none, with what was looked for and what to do
     */
    public Path resolve(String location) {
        String expanded = checked(location);
        return isAlias(expanded)
                ? resolveAddress(target(expanded), PROPERTY_OF_ALIAS + expanded + "=" + target(expanded))
                : resolveAddress(expanded, location);
    }

    /**
     * Follows a location without looking for the model: its alias is replaced by what it is set to, and <code>${property}
     * </code> by the value of the property.
     *
     * @param location the location as written in a test
     * @return what tells it from other locations
     * @throws ModelLoadException if an alias or property is not set
     */
    public String address(String location) {
        String expanded = checked(location);
        return isAlias(expanded) ? target(expanded) : expanded;
    }

    private String checked(String location) {
        String expanded = expand(location);
        if (expanded.isBlank()) {
            throw new ModelLoadException("The model location \"" + location + "\" is blank. Give " + KINDS
                    + " or an alias set by attrib.model.<alias>.");
        }
        return expanded;
    }

    /** Returns where files that are made of models are kept. */
    ModelCache cache() {
        return cache;
    }

    private static boolean isAlias(String word) {
        return ALIAS.matcher(word).matches() && !word.startsWith(".");
    }

    private String target(String alias) {
        String property = PROPERTY_OF_ALIAS + alias;
        String target = expand(properties
                .apply(property)
                .orElseThrow(() -> new ModelLoadException("The model alias \"" + alias + "\" is not set. " + others()
                        + "Set " + property
                        + " to a model directory or another location, as -D" + property
                        + "=path/to/model or in junit-platform.properties; a directory of that name is written ./"
                        + alias + ".")));
        if (target.isBlank()) {
            throw new ModelLoadException(
                    "The model alias \"" + alias + "\" is set to nothing. Set " + property + " to " + KINDS + ".");
        }
        if (isAlias(target)) {
            throw new ModelLoadException("The model alias \"" + alias + "\" leads to \"" + target
                    + "\", which is an alias again. Set " + property + " to " + KINDS
                    + "; a directory of that name is written ./" + target + ".");
        }
        return target;
    }

    private String others() {
        SortedSet<String> others = SetAliases.of(properties);
        return others.isEmpty()
                ? ""
                : "System properties and junit-platform.properties set: " + String.join(", ", others) + ". ";
    }

    private Path resolveAddress(String address, String asWritten) {
        if (address.startsWith("classpath:")) {
            return cache.unpack(address.substring("classpath:".length()));
        }
        Optional<String> scheme = scheme(address);
        if (scheme.isPresent() && stores.containsKey(scheme.get())) {
            return Objects.requireNonNull(stores.get(scheme.get())).directory(address);
        }
        if (scheme.filter(STORED::contains).isPresent() || isWebAddress(address)) {
            throw new ModelLoadException("The model location \"" + asWritten + "\" has an address of " + scheme.get()
                    + ":, which is not looked up here. "
                    + WebAddresses.location(address)
                            .map(location -> "Write " + location + ".")
                            .orElse("Give the model's directory."));
        }
        Path directory = path(address, asWritten).toAbsolutePath().normalize();
        if (Files.isRegularFile(directory)) {
            throw new ModelLoadException("The model location \"" + asWritten + "\" is the file " + directory
                    + ". Give the directory that holds it with config.json and tokenizer.json.");
        }
        if (!Files.isDirectory(directory)) {
            throw new ModelLoadException(new MissingDirectory(directory, address, asWritten).message());
        }
        return directory;
    }

    private static Optional<String> scheme(String address) {
        Matcher matcher = SCHEME.matcher(address);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean isWebAddress(String address) {
        return address.contains("://")
                && !address.startsWith("file:")
                && scheme(address).isPresent();
    }

    private static Path path(String address, String asWritten) {
        try {
            return WrittenPath.parse(address);
        } catch (IllegalArgumentException e) {
            throw new ModelLoadException(
                    "The model location \"" + asWritten + "\" is no path: " + e.getMessage()
                            + ". Write file:///absolute/path, or a path without file:.",
                    e);
        }
    }

    private String expand(String location) {
        return Placeholders.expand(
                location,
                properties,
                name -> new ModelLoadException("The property ${" + name + "} in the model location \"" + location
                        + "\" is not set. Set it with -D" + name + "=…"));
    }
}
