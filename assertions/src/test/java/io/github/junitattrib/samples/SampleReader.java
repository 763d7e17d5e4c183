package io.github.junitattrib.samples;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads the samples of all documented types and methods of source files, by the compiler's own parser. */
final class SampleReader extends TreePathScanner<Void, Void> {

    private static final Pattern CODE = Pattern.compile("<pre>\\{@code\\s*\\n(.*?)\\n\\s*\\}</pre>", Pattern.DOTALL);
    /** What only leads back from where a chain went has nothing to show. */
    private static final Pattern BACK = Pattern.compile("and|returnTo\\w+");

    /** {@code R} is what a step of a number goes back to. */
    private static final Pattern ASSERTIONS = Pattern.compile("SELF|R|\\w+(Assert|Step)(<.*>)?");

    private final DocTrees trees;
    private final String file;
    private final List<Documented> found = new ArrayList<>();

    private SampleReader(DocTrees trees, String file) {
        this.trees = trees;
        this.file = file;
    }

    static List<Documented> read(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            List<Documented> all = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                String name =
                        Path.of(unit.getSourceFile().getName()).getFileName().toString();
                SampleReader reader = new SampleReader(DocTrees.instance(task), name);
                reader.scan(unit, null);
                all.addAll(reader.found);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        add(name(type), false);
        return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        ClassTree type = (ClassTree) getCurrentPath().getParentPath().getLeaf();
        String parameters = method.getParameters().stream()
                .map(VariableTree::getType)
                .map(Tree::toString)
                .collect(Collectors.joining(", "));
        add(name(type) + "." + method.getName() + "(" + parameters + ")", asserts(method, type));
        return super.visitMethod(method, null);
    }

    private void add(String name, boolean assertion) {
        List<Sample> samples = comment(getCurrentPath())
                .map(comment -> CODE.matcher(comment)
                        .results()
                        .flatMap(code -> Sample.in(code.group(1)).stream())
                        .toList())
                .orElse(List.of());
        if (assertion || !samples.isEmpty()) {
            found.add(new Documented(file, name, assertion, samples));
        }
    }

    private Optional<String> comment(TreePath path) {
        return Optional.ofNullable(trees.getDocComment(path));
    }

    private static String name(ClassTree type) {
        return type.getSimpleName().toString();
    }

    /** Public methods of assertions and their steps that go on with assertions or a step. */
    private static boolean asserts(MethodTree method, ClassTree type) {
        Set<Modifier> modifiers = method.getModifiers().getFlags();
        boolean offered = modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.STATIC);
        return offered
                && type.getSimpleName().toString().matches(".*(Assert|Step)")
                && !BACK.matcher(method.getName()).matches()
                && method.getReturnType() != null
                && ASSERTIONS.matcher(method.getReturnType().toString()).matches()
                && method.getModifiers().getAnnotations().stream()
                        .noneMatch(annotation -> annotation.toString().startsWith("@Override"));
    }
}
