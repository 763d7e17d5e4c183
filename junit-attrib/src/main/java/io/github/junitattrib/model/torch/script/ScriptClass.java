package io.github.junitattrib.model.torch.script;

import java.util.Map;

/**
 * A class of an archive's code.
 *
 * @param name qualified name
 * @param attributes types of its attributes by name, as written without spaces
 * @param methods its methods by name
 */
record ScriptClass(String name, Map<String, String> attributes, Map<String, ScriptFunction> methods) {}
