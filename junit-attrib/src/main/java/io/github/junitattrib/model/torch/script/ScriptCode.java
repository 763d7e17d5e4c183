package io.github.junitattrib.model.torch.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The code of an archive: all its classes and functions by their qualified names, and the text of its files. */
final class ScriptCode {

    static final String FOLDER = "code/";
    private static final long LARGEST = 256L << 20;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, ScriptClass> classes = new HashMap<>();
    private final Map<String, ScriptFunction> functions = new HashMap<>();
    private final DefinitionDepth depth = new DefinitionDepth();

    private ScriptCode() {}

    static ScriptCode read(ArchiveEntries entries) {
        ScriptCode code = new ScriptCode();
        long total = 0;
        for (String name : entries.names()) {
            if (name.startsWith(FOLDER) && name.endsWith(".py")) {
                total += entries.size(name).orElseThrow();
                if (total > LARGEST) {
                    throw ArchiveErrors.broken(entries.file(), "its code has more than " + LARGEST + " bytes");
                }
                code.add(entries, name);
            }
        }
        return code;
    }

    private void add(ArchiveEntries entries, String name) {
        String text = entries.text(name);
        String module =
                name.substring(FOLDER.length(), name.length() - ".py".length()).replace('/', '.');
        try {
            List<Lexeme> words = Lexer.read(text);
            CodeWords.check(words);
            depth.add(module, words);
            CodeParser.Definitions definitions = CodeParser.parse(name, module, text);
            files.put(name, text);
            classes.putAll(definitions.classes());
            functions.putAll(definitions.functions());
        } catch (MalformedCode e) {
            throw ArchiveErrors.broken(
                    entries.file(), "in line " + e.line(text) + " of its entry " + name + " " + e.getMessage(), e);
        } catch (UnfitNetwork e) {
            throw ArchiveErrors.refused(entries.file(), e.what(), e.remedy());
        }
    }

    /** The text of each file by the name of its entry. */
    Map<String, String> files() {
        return files;
    }

    Optional<ScriptClass> scriptClass(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    Optional<ScriptFunction> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** Refuses what the native library would end the process by, also where {@code forward} never comes. */
    void check(IntPredicate positiveConstant) throws UnfitNetwork {
        depth.check();
        List<ScriptFunction> all = new ArrayList<>(functions.values());
        classes.values().forEach(type -> all.addAll(type.methods().values()));
        IntegerDivisions.check(all, positiveConstant);
    }

    /** Says whether any class has a method of this name. */
    boolean hasMethod(String name) {
        return classes.values().stream().anyMatch(type -> type.methods().containsKey(name));
    }

    Iterable<ScriptClass> classes() {
        return classes.values();
    }
}
