package io.github.junitattrib.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The Java in the README and the documents compiles. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("^```java\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import .*;\\n", Pattern.MULTILINE);
    private static final Pattern DECLARATION =
            Pattern.compile("\\s*(@|(public|private|static|final|abstract|class|record|interface|enum)\\b)");

    @TestFactory
    Stream<DynamicTest> documents() throws IOException {
        return Stream.concat(Stream.of(ROOT.resolve("README.md")), documentsBeside())
                .filter(document -> !blocks(document).isEmpty())
                .map(document -> dynamicTest(document.getFileName().toString(), () -> {
                    String name = "Blocks";
                    assertThat(InMemoryCompiler.compile(Map.of(name, source(name, blocks(document))))
                                    .errors())
                            .as("%s", document)
                            .isEmpty();
                }));
    }

    private static Stream<Path> documentsBeside() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
            assertThat(documents).isNotEmpty();
            return documents.stream();
        }
    }

    private static List<String> blocks(Path document) {
        try {
            return BLOCK.matcher(Files.readString(document))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each block inherits from the one before it, so that it sees what stands there and may say the same again. */
    private static String source(String name, List<String> blocks) {
        StringBuilder source = new StringBuilder(Imports.ALL);
        blocks.stream()
                .flatMap(block -> IMPORT.matcher(block).results())
                .map(MatchResult::group)
                .distinct()
                .forEach(source::append);
        source.append("abstract class ").append(name).append(" {\n");
        String before = SampleContext.class.getName();
        for (int i = 0; i < blocks.size(); i++) {
            String own = "Block" + i;
            source.append("static abstract class " + own + " extends " + before + " {\n")
                    .append(body(IMPORT.matcher(blocks.get(i)).replaceAll("")))
                    .append("\n}\n");
            before = own;
        }
        return source.append("}\n").toString();
    }

    private static String body(String block) {
        String complete = block.replace("= …;", "= null;").replace("{ … }", "{}");
        return DECLARATION.matcher(complete).lookingAt()
                ? complete
                : "void statements() throws Throwable {\n" + complete + "\n}";
    }
}
