package io.github.junitattrib.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A text with slots, and what may stand in them.
 *
 * <pre>{@code
 * TextTemplate.of("{name} said the film was {adj}")
 *         .with("name", "Alice", "Omar")
 *         .with("adj", "great", "stellar")
 *         .texts() // Alice … great, Alice … stellar, Omar … great, Omar … stellar
 * }</pre>
 *
 * <p>A slot that stands there several times has the same filling everywhere. A brace that is doubled is a brace of the text.
 *
 * @param pattern the text with slots in braces
 * @param fillings what may stand in each slot
 */
public record TextTemplate(String pattern, Map<String, List<String>> fillings) {

    private static final long LARGEST = 1_000_000;

    /**
     * Checks the pattern and copies the fillings.
     *
     * @param pattern the text with slots in braces
     * @param fillings what may stand in each slot
     * @throws IllegalArgumentException if a brace is left open, a slot has no name, or fillings are given for a slot that
     *     is not there, are none, or have one twice
     */
    public TextTemplate {
        Objects.requireNonNull(pattern, "A template needs a pattern.");
        Map<String, List<String>> copies = new LinkedHashMap<>();
        List<String> slots = TemplatePattern.parse(pattern).slots();
        fillings.forEach((slot, all) -> {
            if (!slots.contains(slot)) {
                throw new IllegalArgumentException("The template \"" + pattern + "\" has no slot \"" + slot
                        + "\" to fill; its slots are " + slots + ".");
            }
            copies.put(slot, List.copyOf(all));
            check(pattern, slot, all);
        });
        fillings = Collections.unmodifiableMap(copies);
    }

    private static void check(String pattern, String slot, List<String> all) {
        if (all.isEmpty()) {
            throw new IllegalArgumentException("Slot \"" + slot + "\" of the template \"" + pattern
                    + "\" is given no filling, so the template makes no text. Give at least one.");
        }
        List<String> seen = new ArrayList<>();
        for (String filling : all) {
            if (seen.contains(filling)) {
                throw new IllegalArgumentException("Slot \"" + slot + "\" of the template \"" + pattern
                        + "\" is given \"" + filling + "\" twice, so texts would count twice.");
            }
            seen.add(filling);
        }
    }

    /**
     * Begins a template.
     *
     * @param pattern the text with slots in braces, such as {@code "{name} said the film was {adj}"}
     * @return a template whose slots are still to be filled
     * @throws IllegalArgumentException if a brace is left open or a slot has no name
     */
    public static TextTemplate of(String pattern) {
        return new TextTemplate(pattern, Map.of());
    }

    /**
     * Says what may stand in a slot.
     *
     * @param slot its name, without braces
     * @param fillings at least one
     * @return a changed copy
     * @throws IllegalArgumentException if the template has no such slot, or there is no filling or one twice
     */
    public TextTemplate with(String slot, String... fillings) {
        return with(slot, List.of(fillings));
    }

    /**
     * Says what may stand in a slot.
     *
     * @param slot its name, without braces
     * @param fillings at least one
     * @return a changed copy
     * @throws IllegalArgumentException if the template has no such slot, or there is no filling or one twice
     */
    public TextTemplate with(String slot, List<String> fillings) {
        Map<String, List<String>> more = new LinkedHashMap<>(this.fillings);
        more.put(slot, fillings);
        return new TextTemplate(pattern, more);
    }

    /**
     * Makes every text that the fillings allow; the last slot changes fastest.
     *
     * @return the texts
     * @throws IllegalStateException if a slot has no fillings, or there would be more than a million texts
     */
    public List<String> texts() {
        TemplatePattern parsed = TemplatePattern.parse(pattern);
        long size = size(parsed);
        if (size > LARGEST) {
            throw new IllegalStateException("The template \"" + pattern + "\" makes " + size + " texts, more than "
                    + LARGEST + ". Take some of them: sample(count, seed).");
        }
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < size; i++) {
            texts.add(text(parsed, i));
        }
        return List.copyOf(texts);
    }

    /**
     * Makes some of the texts, drawn without repetition by a seed, in the order of {@link #texts()}.
     *
     * @param count how many
     * @param seed the seed
     * @return the texts, the same ones for the same seed
     * @throws IllegalArgumentException if count is less than 1, or more than the fillings allow
     * @throws IllegalStateException if a slot has no fillings
     */
    public List<String> sample(int count, long seed) {
        TemplatePattern parsed = TemplatePattern.parse(pattern);
        long size = size(parsed);
        if (count < 1 || count > size) {
            throw new IllegalArgumentException("The template \"" + pattern + "\" makes " + size + " texts, but " + count
                    + " were asked for. Take a number from 1 to " + size + ".");
        }
        // Floyd's draw: each subset of that size is equally likely, whatever the number of texts.
        Random random = new Random(seed);
        SortedSet<Long> drawn = new TreeSet<>();
        for (long last = size - count; last < size; last++) {
            long one = Long.remainderUnsigned(random.nextLong(), last + 1);
            if (!drawn.add(one)) {
                drawn.add(last);
            }
        }
        return drawn.stream().map(place -> text(parsed, place)).toList();
    }

    /**
     * Makes one text for each place of the fillings: the first of all slots, the second of all, and so on.
     *
     * @return the texts
     * @throws IllegalStateException if a slot has no fillings, or slots have different numbers of them
     */
    public List<String> rows() {
        TemplatePattern parsed = TemplatePattern.parse(pattern);
        requireFilled(parsed);
        List<Integer> counts = parsed.slots().stream()
                .map(slot -> fillings.getOrDefault(slot, List.of()).size())
                .distinct()
                .toList();
        if (counts.size() > 1) {
            throw new IllegalStateException("The rows of the template \"" + pattern
                    + "\" need as many fillings in each slot, but there are " + counts
                    + ". Complete them, or take texts() for all combinations.");
        }
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < (counts.isEmpty() ? 1 : counts.get(0)); row++) {
            int here = row;
            texts.add(parsed.fill(slot -> filling(slot, here)));
        }
        return List.copyOf(texts);
    }

    private String text(TemplatePattern parsed, long place) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        long rest = place;
        for (int i = parsed.slots().size() - 1; i >= 0; i--) {
            String slot = parsed.slots().get(i);
            int choices = fillings.getOrDefault(slot, List.of()).size();
            chosen.put(slot, (int) (rest % choices));
            rest /= choices;
        }
        return parsed.fill(slot -> filling(slot, chosen.getOrDefault(slot, 0)));
    }

    private String filling(String slot, int place) {
        return fillings.getOrDefault(slot, List.of()).get(place);
    }

    private long size(TemplatePattern parsed) {
        requireFilled(parsed);
        long size = 1;
        for (String slot : parsed.slots()) {
            try {
                size = Math.multiplyExact(
                        size, fillings.getOrDefault(slot, List.of()).size());
            } catch (ArithmeticException e) {
                return Long.MAX_VALUE;
            }
        }
        return size;
    }

    private void requireFilled(TemplatePattern parsed) {
        List<String> empty = parsed.slots().stream()
                .filter(slot -> !fillings.containsKey(slot))
                .toList();
        if (!empty.isEmpty()) {
            throw new IllegalStateException("The template \"" + pattern + "\" says nothing of its slots " + empty
                    + ". Fill each by with(\"" + empty.get(0) + "\", …).");
        }
    }

    @Override
    public String toString() {
        return "template \"" + pattern + "\"";
    }
}
