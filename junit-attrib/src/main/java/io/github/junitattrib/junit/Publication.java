package io.github.junitattrib.junit;

import io.github.junitattrib.Attribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MediaType;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands the page of a failing test to JUnit's listeners, and to the CI server if that is asked for. */
final class Publication {

    private static final MediaType HTML = MediaType.create("text", "html", StandardCharsets.UTF_8);

    private final ExtensionContext context;
    private final AttributionLog log;
    private final Session session;

    Publication(ExtensionContext context, AttributionLog log, Session session) {
        this.context = context;
        this.log = log;
        this.session = session;
    }

    /** A problem changes no verdict: the page stands among the reports in any case. */
    void publish() {
        Path page = session.reports().pageFile(log.test());
        context.publishReportEntry(facts());
        try {
            context.publishFile(fileName(page), HTML, target -> copy(page, target));
        } catch (RuntimeException e) {
            // Tools that run JUnit by themselves may have no folder for files, and say so with an exception.
        }
        try {
            attach(page);
        } catch (RuntimeException e) {
            Console.say("the page of " + log.testName() + " is not attached: " + e.getMessage());
        }
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "attrib.model", one -> one.model().name());
        put(facts, "attrib.device", one -> one.model().device());
        put(facts, "attrib.method", one -> one.method().name());
        facts.put("attrib.page", session.reports().page(log.test()));
        return facts;
    }

    private void put(Map<String, String> facts, String key, Function<Attribution, String> fact) {
        String all = log.attributions().stream().map(fact).distinct().collect(Collectors.joining(", "));
        if (!all.isBlank()) {
            facts.put(key, all);
        }
    }

    private void attach(Path page) {
        switch (session.properties().attachment()) {
            case NONE -> {}
            case STDOUT -> Console.attach(page.toAbsolutePath().normalize());
            case SUREFIRE_DIR ->
                copy(
                        page,
                        Path.of(
                                AttribProperties.buildDirectory(),
                                "surefire-reports",
                                // Surefire knows the class that declares the test, whichever runs it.
                                TestNames.declared(context)
                                        .getRequiredTestClass()
                                        .getName(),
                                fileName(page)));
        }
    }

    private static String fileName(Path page) {
        return String.valueOf(page.getFileName());
    }

    private static void copy(Path page, Path target) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.copy(page, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot copy " + page + " to " + target + ": " + e + ". See that the folder is writable.", e);
        }
    }
}
