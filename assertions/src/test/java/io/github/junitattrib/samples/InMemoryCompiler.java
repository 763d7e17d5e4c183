package io.github.junitattrib.samples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources that are no files, and loads what becomes of them. */
final class InMemoryCompiler {

    private InMemoryCompiler() {}

    /**
     * What the compiler made of sources, each by the name of its class.
     *
     * @param errors those of sources that it refused
     * @param classes loads the others
     */
    record Compiled(Map<String, List<String>> errors, ClassLoader classes) {}

    /** Compiles sources, by the names of their classes; those with errors do not keep the others from it. */
    static Compiled compile(Map<String, String> sources) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        Map<String, List<String>> errors = run(sources, classes);
        if (!errors.isEmpty()) {
            Map<String, String> sound = new LinkedHashMap<>(sources);
            sound.keySet().removeAll(errors.keySet());
            classes.clear();
            errors.putAll(sound.isEmpty() ? Map.of() : run(sound, classes));
        }
        return new Compiled(errors, new Loader(classes));
    }

    private static Map<String, List<String>> run(Map<String, String> sources, Map<String, byte[]> classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        try (JavaFileManager files =
                new Outputs(compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8), classes)) {
            List<String> options = List.of("-proc:none", "-Xlint:none", "-cp", System.getProperty("java.class.path"));
            compiler.getTask(null, files, diagnostics, options, null, units).call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .forEach(error -> errors.computeIfAbsent(((Source) error.getSource()).name, name -> new ArrayList<>())
                        .add(told(error)));
        return errors;
    }

    private static String told(Diagnostic<? extends JavaFileObject> error) {
        String line = ((Source) error.getSource())
                .code
                .lines()
                .skip(error.getLineNumber() - 1)
                .findFirst()
                .orElse("");
        return error.getMessage(Locale.ROOT) + "\n  in: " + line.strip();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String name;
        private final String code;

        Source(String name, String code) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.name = name;
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }

    private static final class Outputs extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> classes;

        Outputs(JavaFileManager files, Map<String, byte[]> classes) {
            super(files);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(InMemoryCompiler.class.getClassLoader());
            this.classes = Map.copyOf(classes);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
