package io.github.junitattrib.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The model aliases that are set, for messages, as far as they can be listed: JUnit hands out its parameters by name
 * alone, so those that a build tool passes to it otherwise than as system properties stay unknown.
 */
final class SetAliases {

    private static final String PREFIX = "attrib.model.";

    private SetAliases() {}

    /** Returns the names without {@code attrib.model.}, of system properties and junit-platform.properties. */
    static SortedSet<String> of(Function<String, Optional<String>> properties) {
        SortedSet<String> aliases = new TreeSet<>();
        collect(System.getProperties(), properties, aliases);
        collect(ofJUnit(), properties, aliases);
        return aliases;
    }

    private static void collect(
            Properties from, Function<String, Optional<String>> properties, SortedSet<String> aliases) {
        from.stringPropertyNames().stream()
                .filter(name ->
                        name.startsWith(PREFIX) && properties.apply(name).isPresent())
                .forEach(name -> aliases.add(name.substring(PREFIX.length())));
    }

    private static Properties ofJUnit() {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader == null ? null : loader.getResourceAsStream("junit-platform.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException | IllegalArgumentException e) {
            // JUnit reads the file too, and tells what is wrong with it.
            properties.clear();
        }
        return properties;
    }
}
