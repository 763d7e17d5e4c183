package io.github.junitattrib.corpus;

import io.github.junitattrib.corpus.VerbPlace.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts the verbs of a table into the past or the present tense, in English: the common auxiliaries (is, are, am, has, have,
 * do, does, can, will and their forms with n't) and what {@link #with} adds.
 *
 * <p>Verbs that are not in the table keep their tense, and so do contractions such as {@code it's}. Infinitives ("could
 * have", "did you do") and participles ("they've had", "it was said") keep their form. In the present tense, {@code was}
 * is {@code am} behind "I"; where a past has two presents otherwise (had: has, have; said: says, say), the subject directly
 * before decides: a pronoun, "this film", or a name that does not begin its sentence ("Mice" looks like one). Where it
 * tells nothing, or a word may be something else ("have" behind "and", "the will", "if it were"), the change does not
 * apply.
 *
 * @param past whether the changed text is in the past
 * @param pastOf the table, from the present to the past
 */
public record Tense(boolean past, Map<String, String> pastOf) implements TextChange {

    private static final Map<String, String> AUXILIARIES = Map.ofEntries(
            Map.entry("is", "was"),
            Map.entry("isn't", "wasn't"),
            Map.entry("are", "were"),
            Map.entry("aren't", "weren't"),
            Map.entry("am", "was"),
            Map.entry("has", "had"),
            Map.entry("hasn't", "hadn't"),
            Map.entry("have", "had"),
            Map.entry("haven't", "hadn't"),
            Map.entry("does", "did"),
            Map.entry("doesn't", "didn't"),
            Map.entry("do", "did"),
            Map.entry("don't", "didn't"),
            Map.entry("can", "could"),
            Map.entry("can't", "couldn't"),
            Map.entry("will", "would"),
            Map.entry("won't", "wouldn't"));

    /**
     * Copies the table.
     *
     * @param past whether the changed text is in the past
     * @param pastOf the table, from the present to the past
     * @throws IllegalArgumentException if a form is blank
     */
    public Tense {
        pastOf = Map.copyOf(pastOf);
        pastOf.forEach((now, then) -> {
            if (now.isBlank() || then.isBlank()) {
                throw new IllegalArgumentException("A verb needs both forms, but the table says \"" + now + "\" and \""
                        + then + "\". Give the present and the past.");
            }
        });
    }

    static Tense ofAuxiliaries(boolean past) {
        return new Tense(past, AUXILIARIES);
    }

    /**
     * Adds a verb to the table.
     *
     * @param present one of its present forms, such as {@code says}
     * @param past its past form, such as {@code said}
     * @return a changed copy
     * @throws IllegalArgumentException if a form is blank
     */
    public Tense with(String present, String past) {
        Map<String, String> more = new TreeMap<>(pastOf);
        more.put(present, past);
        return new Tense(past(), more);
    }

    @Override
    public ChangeResult applyTo(String text) {
        Sentence sentence = Sentence.of(text);
        List<Edit> edits = new ArrayList<>();
        for (int word = 0; word < sentence.size(); word++) {
            Set<String> forms = past ? pastForms(sentence.plain(word)) : presentForms(sentence.plain(word));
            VerbPlace place = new VerbPlace(sentence, word);
            Reading reading = forms.isEmpty() ? Reading.UNTENSED : read(place);
            if (reading == Reading.UNCLEAR) {
                return new ChangeResult.NotApplicable("\"" + sentence.word(word) + "\" may be another form than the "
                        + (past ? "present, such as an infinitive or a noun" : "past, such as a participle or a wish"));
            }
            if (reading == Reading.UNTENSED) {
                continue;
            }
            Optional<String> form = past ? forms.stream().findFirst() : PresentForm.of(forms, place);
            if (form.isEmpty()) {
                return new ChangeResult.NotApplicable("\"" + sentence.word(word) + "\" may be "
                        + (forms.size() > 1 ? "any of " + forms : "another form than " + forms)
                        + " here; a pronoun directly before it would say which");
            }
            edits.add(edit(sentence, word, form.get()));
        }
        return ChangeResult.of(
                text, edits, "the text has no verb of the table in the " + (past ? "present" : "past") + " tense");
    }

    private Reading read(VerbPlace place) {
        return past ? place.ofPresent() : place.ofPast();
    }

    private Set<String> pastForms(String present) {
        return Optional.ofNullable(pastOf.get(present)).map(Set::of).orElseGet(Set::of);
    }

    private Set<String> presentForms(String past) {
        Set<String> forms = new TreeSet<>();
        pastOf.forEach((now, then) -> {
            if (then.equals(past)) {
                forms.add(now);
            }
        });
        return forms;
    }

    private static Edit edit(Sentence sentence, int word, String form) {
        String written = sentence.word(word);
        boolean curly = written.indexOf('\u2019') >= 0;
        LetterCase letters = LetterCase.isUpper(written)
                ? LetterCase.UPPER
                : LetterCase.isCapitalized(written) ? LetterCase.CAPITALIZED : LetterCase.AS_GIVEN;
        return new Edit(sentence.span(word), letters.apply(curly ? form.replace('\'', '\u2019') : form));
    }

    @Override
    public String toString() {
        Map<String, String> added = new TreeMap<>(pastOf);
        added.entrySet().removeAll(AUXILIARIES.entrySet());
        StringBuilder call = new StringBuilder(past ? "toPast()" : "toPresent()");
        added.forEach((now, then) -> call.append(".with(\"" + now + "\", \"" + then + "\")"));
        return call.toString();
    }
}
