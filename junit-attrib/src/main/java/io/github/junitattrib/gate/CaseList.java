package io.github.junitattrib.gate;

import java.util.List;

/**
 * The cases of one kind.
 *
 * @param kind what became of them
 * @param count how many there are
 * @param worst ten of them at most, the worst first
 */
public record CaseList(CaseKind kind, long count, List<ComparedCase> worst) {

    /**
     * Copies the list.
     *
     * @param kind what became of them
     * @param count how many there are
     * @param worst ten of them at most, the worst first
     */
    public CaseList {
        worst = List.copyOf(worst);
    }
}
