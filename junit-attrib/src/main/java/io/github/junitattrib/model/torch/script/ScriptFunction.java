package io.github.junitattrib.model.torch.script;

import java.util.List;

/**
 * A method or a function of an archive's code, with its place in the file.
 *
 * @param entry the entry of the archive that it stands in
 * @param owner qualified name of its class; empty for a function
 * @param name its own name
 * @param parameters all of them, with {@code self} of a method
 * @param returns the type it returns, without spaces
 * @param body its statements
 * @param start index of the first character of its {@code def} line, indentation included
 * @param nameStart index of its name
 * @param parametersStart index behind the bracket that opens the parameters
 * @param end index behind its last line
 */
record ScriptFunction(
        String entry,
        String owner,
        String name,
        List<Parameter> parameters,
        String returns,
        List<Statement> body,
        int start,
        int nameStart,
        int parametersStart,
        int end) {

    /**
     * A parameter.
     *
     * @param name its name
     * @param type its type as written, without spaces
     * @param optional whether it has a default
     * @param end index behind it
     */
    record Parameter(String name, String type, boolean optional, int end) {}

    boolean isMethod() {
        return !owner.isEmpty();
    }

    /** How messages call it. */
    String qualifiedName() {
        return isMethod() ? owner + "." + name : name;
    }
}
