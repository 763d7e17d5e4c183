package io.github.junitattrib.model.torch.script;

import java.util.List;

/**
 * A line of a method.
 *
 * @param kind what it does
 * @param targets names that it assigns, in order; one that is no plain name is empty
 * @param value what it computes
 * @param conditional whether it stands in a block that need not run
 */
record Statement(Kind kind, List<String> targets, Expression value, boolean conditional) {

    enum Kind {
        ASSIGN,
        RETURN,
        /** A condition, a loop's range or a call for its effect. */
        COMPUTE
    }
}
