package io.github.junitattrib.location;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces <code>${property}</code> in what users write as a place, and knows the {@code ~} that is none. */
public final class Placeholders {

    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private Placeholders() {}

    /**
     * Replaces every <code>${property}</code>.
     *
     * @param written as the user has it
     * @param properties where properties are looked up
     * @param notSet makes the error for a property without a value, of its name
     * @return the same with values
     */
    public static String expand(
            String written,
            Function<String, Optional<String>> properties,
            Function<String, ? extends RuntimeException> notSet) {
        Matcher matcher = PROPERTY.matcher(written);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = properties.apply(name).orElseThrow(() -> notSet.apply(name));
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(expanded).toString();
    }

    /**
     * Says what to write in the place of a tilde, if the text begins with one.
     *
     * @param written as the user has it
     * @return a sentence; empty if there is no tilde
     */
    public static Optional<String> tilde(String written) {
        return written.startsWith("~")
                ? Optional.of("The ~ of shells is not expanded: write ${user.home}"
                        + written.replaceFirst("^~[^/]*", "") + ".")
                : Optional.empty();
    }
}
