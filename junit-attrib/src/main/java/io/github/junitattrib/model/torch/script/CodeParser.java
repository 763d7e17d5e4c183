package io.github.junitattrib.model.torch.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parses one file of an archive's code into classes and functions. */
final class CodeParser {

    private final String code;
    private final String entry;
    private final String module;
    private final Lexemes lexemes;
    private final StatementParser statements;
    private final Map<String, ScriptClass> classes = new LinkedHashMap<>();
    private final Map<String, ScriptFunction> functions = new LinkedHashMap<>();

    private CodeParser(String entry, String module, String code) throws MalformedCode {
        this.code = code;
        this.entry = entry;
        this.module = module;
        this.lexemes = new Lexemes(Lexer.read(code));
        this.statements = new StatementParser(lexemes, code);
    }

    /** What a file defines, by qualified names. */
    record Definitions(Map<String, ScriptClass> classes, Map<String, ScriptFunction> functions) {}

    /**
     * Parses a file.
     *
     * @param entry name of the entry
     * @param module qualified name of the file, such as {@code __torch__.torch.nn.modules.linear}
     * @param code its text
     */
    static Definitions parse(String entry, String module, String code) throws MalformedCode {
        CodeParser parser = new CodeParser(entry, module, code);
        parser.file();
        return new Definitions(parser.classes, parser.functions);
    }

    private void file() throws MalformedCode {
        while (!lexemes.atEnd()) {
            int indentation = lexemes.indentation();
            int start = lexemes.next().start();
            if (lexemes.peek().is("class")) {
                define(scriptClass(indentation));
            } else if (lexemes.peek().is("def")) {
                define(function("", start, indentation));
            } else if (lexemes.peek().is("import") || lexemes.peek().is("from")) {
                lexemes.skipLine();
            } else {
                statements.simple(false);
            }
        }
    }

    private void define(ScriptClass type) throws MalformedCode {
        if (classes.put(type.name(), type) != null) {
            throw new MalformedCode(
                    "the class " + type.name() + " is defined twice",
                    lexemes.peek().start());
        }
    }

    private void define(ScriptFunction function) throws MalformedCode {
        if (functions.put(module + "." + function.name(), function) != null) {
            throw new MalformedCode(
                    "the function " + function.name() + " is defined twice",
                    lexemes.peek().start());
        }
    }

    private ScriptClass scriptClass(int indentation) throws MalformedCode {
        lexemes.expect("class");
        String name = module + "." + lexemes.expectName();
        if (lexemes.skip("(")) {
            while (!lexemes.skip(")")) {
                statements.type(Set.of(",", ")"));
                lexemes.skip(",");
            }
        }
        lexemes.expect(":");
        Map<String, String> attributes = new LinkedHashMap<>();
        Map<String, ScriptFunction> methods = new LinkedHashMap<>();
        while (lexemes.indentation() > indentation) {
            int inner = lexemes.indentation();
            int start = lexemes.next().start();
            if (lexemes.peek().is("def")) {
                ScriptFunction method = function(name, start, inner);
                methods.put(method.name(), method);
            } else if (lexemes.peek().is("__annotations__")) {
                annotation(attributes);
            } else if (lexemes.peekBehind().is(":")) {
                String attribute = lexemes.expectName();
                lexemes.expect(":");
                attributes.put(attribute, declaredType());
            } else {
                statements.simple(false);
            }
        }
        return new ScriptClass(name, attributes, methods);
    }

    /** {@code __annotations__["0"] = Type}: an attribute whose name is no identifier. */
    private void annotation(Map<String, String> attributes) throws MalformedCode {
        lexemes.expect("__annotations__");
        lexemes.expect("[");
        String quoted = lexemes.next().text();
        lexemes.expect("]");
        lexemes.expect("=");
        if (quoted.length() < 2) {
            throw new MalformedCode("an attribute has no name", lexemes.peek().start());
        }
        attributes.put(quoted.substring(1, quoted.length() - 1), declaredType());
    }

    private String declaredType() throws MalformedCode {
        String type = statements.type(Set.of("="));
        if (lexemes.skip("=")) {
            statements.value();
        }
        return type;
    }

    private ScriptFunction function(String owner, int start, int indentation) throws MalformedCode {
        lexemes.expect("def");
        int nameStart = lexemes.peek().start();
        String name = lexemes.expectName();
        lexemes.expect("(");
        int parametersStart = lexemes.end();
        List<ScriptFunction.Parameter> parameters = new ArrayList<>();
        while (!lexemes.skip(")")) {
            parameters.add(parameter());
        }
        String returns = "";
        if (lexemes.skip("->")) {
            returns = statements.type(Set.of(":"));
        }
        lexemes.expect(":");
        List<Statement> body = statements.block(indentation);
        return new ScriptFunction(
                entry,
                owner,
                name,
                parameters,
                returns,
                body,
                start,
                nameStart,
                parametersStart,
                lineEnd(lexemes.end()));
    }

    private ScriptFunction.Parameter parameter() throws MalformedCode {
        String name = lexemes.expectName();
        String type = "";
        if (lexemes.skip(":")) {
            type = statements.type(Set.of(",", ")", "="));
        }
        int end = lexemes.end();
        boolean optional = lexemes.skip("=");
        if (optional) {
            statements.value();
        }
        if (!lexemes.peek().is(")")) {
            lexemes.expect(",");
        }
        return new ScriptFunction.Parameter(name, type, optional, end);
    }

    private int lineEnd(int position) {
        int end = code.indexOf('\n', position);
        return end < 0 ? code.length() : end + 1;
    }
}
