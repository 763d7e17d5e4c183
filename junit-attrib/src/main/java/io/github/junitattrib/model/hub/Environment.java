package io.github.junitattrib.model.hub;

import io.github.junitattrib.ModelLoadException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment variables by which other tools are told where models are kept, and the user's home.
 *
 * @param variables the variables by name
 * @param home the user's home
 */
record Environment(Function<String, Optional<String>> variables, Path home) {

    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    static Environment ofProcess() {
        return new Environment(
                name -> Optional.ofNullable(System.getenv(name)), Path.of(System.getProperty("user.home", ".")));
    }

    /** Also takes a system property where there is no variable of the name, as DJL does. */
    Environment withSystemProperties() {
        return new Environment(
                name -> variables.apply(name).or(() -> Optional.ofNullable(System.getProperty(name))), home);
    }

    /** A variable; one that is set to nothing counts as not set. */
    Optional<String> get(String name) {
        return variables.apply(name).filter(value -> !value.isBlank());
    }

    boolean isTrue(String name) {
        return get(name)
                .filter(value -> TRUE.contains(value.toUpperCase(Locale.ROOT)))
                .isPresent();
    }

    /** A variable that holds a directory, in which {@code ~} and other variables are put in as a shell does. */
    Optional<Path> directory(String name) {
        return get(name).map(this::expanded).map(path -> {
            try {
                return Path.of(path);
            } catch (InvalidPathException e) {
                throw new ModelLoadException(
                        "The environment variable " + name + " is no path: " + e.getMessage()
                                + ". Correct or unset it.",
                        e);
            }
        });
    }

    private String expanded(String path) {
        boolean atHome = path.equals("~") || path.startsWith("~/") || path.startsWith("~" + File.separator);
        Matcher matcher = VARIABLE.matcher(atHome ? home + path.substring(1) : path);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                get(found.group(1) == null ? found.group(2) : found.group(1)).orElse(found.group())));
    }
}
