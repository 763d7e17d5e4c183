package io.github.junitattrib;

import java.util.List;

/**
 * How the numbers of an attribution were reached, and whether they are good enough for a verdict.
 *
 * @param converged whether the method's tolerance was met
 * @param evaluations number of points at which the model's score and gradient were computed
 * @param deltaLimit largest |delta| that counts as complete, in the unit of the scores
 * @param remedy what to change if the tolerance was not met; empty text if it was
 * @param path the evaluated points in the order of alpha; empty for methods without a path
 * @param caveat what delta means for a method that leaves something out by its definition, and what to do; empty text
 *     where it is nothing but an error of the numbers
 */
public record Convergence(
        boolean converged, int evaluations, double deltaLimit, String remedy, List<PathPoint> path, String caveat) {

    /**
     * Copies the path.
     *
     * @param converged whether the method's tolerance was met
     * @param evaluations number of points at which the model's score and gradient were computed
     * @param deltaLimit largest |delta| that counts as complete, in the unit of the scores
     * @param remedy what to change if the tolerance was not met; empty text if it was
     * @param path the evaluated points in the order of alpha; empty for methods without a path
     * @param caveat what delta means for a method that leaves something out by its definition, and what to do; empty text
     *     where it is nothing but an error of the numbers
     */
    public Convergence {
        path = List.copyOf(path);
    }

    /**
     * Takes delta for an error of the numbers.
     *
     * @param converged whether the method's tolerance was met
     * @param evaluations number of points at which the model's score and gradient were computed
     * @param deltaLimit largest |delta| that counts as complete, in the unit of the scores
     * @param remedy what to change if the tolerance was not met; empty text if it was
     * @param path the evaluated points in the order of alpha; empty for methods without a path
     */
    public Convergence(boolean converged, int evaluations, double deltaLimit, String remedy, List<PathPoint> path) {
        this(converged, evaluations, deltaLimit, remedy, path, "");
    }

    /**
     * Says what delta means.
     *
     * @param meaning one sentence or more, with what to do
     * @return a changed copy
     */
    public Convergence withCaveat(String meaning) {
        return new Convergence(converged, evaluations, deltaLimit, remedy, path, meaning);
    }
}
