package io.github.junitattrib.assertj;

import io.github.junitattrib.assertj.error.CaseResult.Kind;
import io.github.junitattrib.report.CorpusRecord.Bin;
import io.github.junitattrib.report.CorpusRecord.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;

/**
 * Counts numbers in ten bins of equal width, one edge of which is the limit where that lies among them. Numbers that are not
 * finite are in no bin.
 */
final class Histogram {

    private static final int BINS = 10;

    private final double[] values;
    private final IntFunction<Kind> kinds;
    private final double limit;

    /**
     * Takes the numbers.
     *
     * @param values one for each text
     * @param kinds how each came out
     * @param limit an edge of the bins
     */
    Histogram(double[] values, IntFunction<Kind> kinds, double limit) {
        this.values = values.clone();
        this.kinds = kinds;
        this.limit = limit;
    }

    List<Bin> bins() {
        double[] finite = DoubleStream.of(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return List.of();
        }
        double[] edges = edges(
                Arrays.stream(finite).min().getAsDouble(),
                Arrays.stream(finite).max().getAsDouble());
        Counts[] counts = new Counts[edges.length - 1];
        Arrays.fill(counts, Counts.NONE);
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                int bin = bin(edges, values[i]);
                counts[bin] = counts[bin].plus(Slices.counts(kinds.apply(i)));
            }
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new Bin(edges[i], edges[i + 1], counts[i]));
        }
        return bins;
    }

    private double[] edges(double low, double high) {
        double width = (high - low) / BINS;
        if (!(width > 0) || !Double.isFinite(width)) {
            return new double[] {low, high};
        }
        boolean inside = limit > low && limit < high;
        // Shifted, so that the limit is an edge: no bin then has texts of both sides.
        double first = inside ? limit - Math.ceil((limit - low) / width) * width : low;
        int bins = inside ? BINS + 1 : BINS;
        double[] edges = new double[bins + 1];
        for (int i = 0; i <= bins; i++) {
            edges[i] = first + i * width;
        }
        if (inside) {
            edges[(int) Math.ceil((limit - low) / width)] = limit;
        }
        edges[bins] = Math.max(edges[bins], high);
        return edges;
    }

    /** The bin of a number: lower ends belong to it, and the highest upper end. */
    private static int bin(double[] edges, double value) {
        int bin = 0;
        while (bin < edges.length - 2 && value >= edges[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
