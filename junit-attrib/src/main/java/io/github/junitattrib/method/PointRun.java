package io.github.junitattrib.method;

import io.github.junitattrib.model.TextPoint;
import java.util.List;

/** A computation on one text under way that goes from gradients to gradients: it says which points it needs next. */
interface PointRun {

    /** Returns the points that are needed next; none once it is done. */
    List<TextPoint> wanted();

    /** Takes what was computed at the wanted points: scores [B][C] and gradients [B][T·D]. */
    void add(double[][] scores, double[][] gradients);
}
