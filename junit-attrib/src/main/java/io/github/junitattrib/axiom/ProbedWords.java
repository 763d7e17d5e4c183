package io.github.junitattrib.axiom;

import io.github.junitattrib.Span;
import io.github.junitattrib.method.PartialTexts;
import io.github.junitattrib.method.Perturbation;
import io.github.junitattrib.method.Question;
import io.github.junitattrib.method.Removal;
import io.github.junitattrib.method.Units;
import io.github.junitattrib.model.TextClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Any model as a function of the words of a text that are taken away: 1 is absent, 0 is there.
 *
 * @param text as it is
 * @param words its words, and the model without some of them
 * @param deletes whether nothing is written in their place
 */
record ProbedWords(String text, PartialTexts words, boolean deletes) implements Probed {

    /** Longer lists of absent words are counted. */
    private static final int NAMED = 3;

    /** Takes words away by the text alone, without rows of embeddings, which other models may not have. */
    static ProbedWords of(TextClassifier model, Question question, Removal removal, String asker) {
        Removal ofTexts = removal instanceof Removal.Replacement ? removal : Removal.DELETE;
        return new ProbedWords(
                question.text(),
                PartialTexts.of(model, question, new Perturbation(Units.WORDS, ofTexts), asker, MAX_EVALUATIONS),
                ofTexts == Removal.DELETE);
    }

    private int size() {
        return words.units().size();
    }

    @Override
    public List<Probe> probes(int random, long seed) {
        List<Probe> probes = new ArrayList<>();
        Set<List<Double>> seen = new HashSet<>();
        add(new double[size()], probes, seen);
        for (int word = 0; word < size(); word++) {
            double[] shares = new double[size()];
            shares[word] = 1;
            add(shares, probes, seen);
        }
        RandomGenerator generator = new Well19937c(seed);
        for (int i = 0; i < random; i++) {
            double[] shares = new double[size()];
            Arrays.setAll(shares, word -> generator.nextBoolean() ? 1 : 0);
            add(shares, probes, seen);
        }
        return probes;
    }

    private void add(double[] shares, List<Probe> probes, Set<List<Double>> seen) {
        if (allows(shares) && seen.add(Arrays.stream(shares).boxed().toList())) {
            probes.add(new Probe(shares, point(shares)));
        }
    }

    private ProbePoint point(double[] shares) {
        List<Span> absent = IntStream.range(0, shares.length)
                .filter(word -> shares[word] > 0)
                .boxed()
                .flatMap(word -> words.units().get(word).stream())
                .toList();
        if (absent.isEmpty()) {
            return new ProbePoint("the text", true, List.of());
        }
        String without = absent.size() <= NAMED
                ? absent.stream().map(place -> "\"" + place.of(text) + "\"").collect(Collectors.joining(", "))
                : absent.size() + " of its " + size() + " words, \""
                        + absent.get(0).of(text) + "\" first";
        return new ProbePoint("the text without " + without, false, absent);
    }

    @Override
    public List<Integer> partsAt(Span place) {
        return IntStream.range(0, size())
                .filter(word -> words.units().get(word).stream().anyMatch(place::overlaps))
                .boxed()
                .toList();
    }

    @Override
    public double[] values(List<double[]> shares) {
        return words.scores(shares.stream().map(ProbedWords::present).toList());
    }

    private static BitSet present(double[] shares) {
        BitSet present = new BitSet();
        IntStream.range(0, shares.length).filter(word -> shares[word] == 0).forEach(present::set);
        return present;
    }

    @Override
    public boolean allows(double[] shares) {
        return !deletes || Arrays.stream(shares).anyMatch(share -> share == 0);
    }
}
