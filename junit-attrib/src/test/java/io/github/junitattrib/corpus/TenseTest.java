package io.github.junitattrib.corpus;

import static io.github.junitattrib.corpus.Changing.changed;
import static io.github.junitattrib.corpus.Changing.reason;
import static io.github.junitattrib.corpus.TextChanges.toPast;
import static io.github.junitattrib.corpus.TextChanges.toPresent;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no verb in the tense of its form keeps it, and where nobody can tell, the change does not apply. */
class TenseTest {

    private static final Tense PAST = toPast().with("says", "said").with("say", "said");
    private static final Tense PRESENT = toPresent().with("says", "said").with("say", "said");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I can do it                        | I could do it
            We can never have that, can we     | We could never have that, could we
            They do not have it                | They did not have it
            They do n't have it                | They did n't have it
            It is great to have it             | It was great to have it
            It is great to really have it      | It was great to really have it
            Do you have it?                    | Did you have it?
            Don't they say it?                 | Didn't they say it?
            What do you do?                    | What did you do?
            Can they really have it?           | Could they really have it?
            Have you seen it?                  | Had you seen it?
            I'll have it and she has it        | I'll have it and she had it
            Let's do it, it is fun             | Let's do it, it was fun
            They always have what I say        | They always had what I said
            I have done it, as I have to do it | I had done it, as I had to do it
            The actors who have it are great   | The actors who had it were great
            Those films have it                | Those films had it
            It can be said, as she says        | It could be said, as she said
            If you have it, you can do it      | If you had it, you could do it
            They say it will be great          | They said it would be great
            It mustn't have it, but they can't | It mustn't have it, but they couldn't
            The film can be fun, if you will   | The film could be fun, if you would
            Can be slow, but is great          | Could be slow, but was great
            How can there be a plot? It can do | How could there be a plot? It could do
            Nor can we say that there will be  | Nor could we say that there would be
            I think you have it                | I think you had it
            No one can say what this will be   | No one could say what this would be
            If you do go, you will be bored    | If you did go, you would be bored
            So do they                         | So did they
            It isn't bad, is it?               | It wasn't bad, was it?
            What songs have you heard?         | What songs had you heard?
            They say there will soon be songs  | They said there would soon be songs
            IT IS FUN, AS I CAN SEE            | IT WAS FUN, AS I COULD SEE
            """)
    void leavesInfinitivesWhereVerbsGoIntoThePast(String text, String expected) {
        assertThat(changed(PAST, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Come and have fun, it is great",
                "They can see and do it",
                "Have a look, it is great",
                "Do not go, it is dull",
                "Don't go, it is dull",
                "Please do it, it is great",
                "They let the actors have it, and it is great",
                "They made you have it, and it is great",
                "Can the actors have it?",
                "Why do it? It is dull",
                "It is a must-have",
                "His will is done",
                "Opening the can is hard",
                "Will said it is great",
                "They said Will is great",
                "Aren't I great?",
                "Those who see her have fun",
                "Did you and they have fun?",
                "Can we and they have it?",
                "Can these old, tired actors have it?",
                "I need not say it is great",
                "Dare I say it is great?",
                "They needn't have it",
                "They have you do it",
                "They have the final say",
                "They improvise at will",
                "Free will is great",
                "It is God's will",
                "God's will be done",
                "It is a tin can",
                "That will is free",
                "It opens at 10 am",
                "Thy will be done",
                "They saw Will have fun",
                "They have Will, as can be seen",
                "You need have no fear",
                "She sings well, doesn't she?",
                "It's fun, isn't it?",
                "To have fun, critics have to go",
                "They have fun, critics like me say"
            })
    void doesNotGuessWhatIsInThePresent(String text) {
        assertThat(reason(PAST, text))
                .endsWith(" may be another form than the present, such as an infinitive or a noun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"It could have been great", "I want to have it", "They've had it", "You could never say it"})
    void findsNoPresentWhereAllIsUntensed(String text) {
        assertThat(reason(PAST, text)).isEqualTo("the text has no verb of the table in the present tense");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            They had had it                     | They have had it
            We've had it, and it was great      | We've had it, and it is great
            It was said to be great             | It is said to be great
            Was it said?                        | Is it said?
            They said it was great              | They say it is great
            Today, Alice said it was great      | Today, Alice says it is great
            He said that Alice had it           | He says that Alice has it
            This film had it                    | This film has it
            I really was sure                   | I really am sure
            It was great and I was happy        | It is great and I am happy
            Omar and they had it                | Omar and they have it
            It was late and he had it           | It is late and he has it
            They said so, and she had it        | They say so, and she has it
            The films were great                | The films are great
            They said they would, and could     | They say they will, and can
            It could not have been great        | It can not have been great
            What I had was great                | What I have is great
            And he had fun                      | And he has fun
            They didn't, but he did             | They don't, but he does
            Alice and I had fun                 | Alice and I have fun
            When you said so, you had it        | When you say so, you have it
            Because Omar had it, we did         | Because Omar has it, we do
            There were songs, and it was late   | There are songs, and it is late
            Where were they?                    | Where are they?
            If it was great, they would say so  | If it is great, they will say so
            """)
    void leavesParticiplesWhereVerbsGoIntoThePresent(String text, String expected) {
        assertThat(changed(PRESENT, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It could have been great",
                "You had better see it",
                "They would rather see it",
                "As said, it was great",
                "The said film was great",
                "If I were rich",
                "I wish it were great",
                "Were he rich",
                "If the film were better",
                "I wish the acting were better",
                "It is as though songs were all",
                "Unless the songs were better",
                "Were the songs better, they would sing",
                "I wish it was great",
                "I wish they had a plot",
                "If only they had a plot",
                "They could n't see it",
                "I'd rather they had a plot",
                "It is time they had a plot",
                "It could really have been fun",
                "She sang well, didn't she?",
                "The plot was, as it were, thin"
            })
    void doesNotGuessWhatIsInThePast(String text) {
        assertThat(reason(PRESENT, text))
                .endsWith(" may be another form than the past, such as a participle or a wish");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I wasn't sure",
                "I was n't sure",
                "Was I sure?",
                "How happy was I",
                "I saw it and was happy",
                "I, for one, was happy",
                "You was happy",
                "The film had a plot",
                "Critics said so",
                "James said so",
                "People said so",
                "Omar and he had it",
                "Alice and Omar said so",
                "Those who saw it had fun",
                "The man who met you had fun",
                "He did it and had fun",
                "Did you see it",
                "What did they see",
                "There had been songs",
                "Alice said so",
                "A few had doubts",
                "A lot said so",
                "A dozen said so",
                "A million said so",
                "A good time had by all",
                "Another two had doubts",
                "Every few had doubts",
                "Twenty had doubts",
                "Mice had fun",
                "Alice & Bob had fun",
                "Alice / Bob had fun",
                "It is late, Alice & he had fun",
                "All but Omar had fun",
                "Films before it had songs",
                "Films before this film had songs",
                "The man who was old and he had fun",
                "Those who felt it had fun",
                "Had they seen it, it is late",
                "World War I had songs",
                "I for one was happy",
                "I alone was happy",
                "I loved Alice and she had fun",
                "It alone had one line",
                "Neither Alice nor Omar had fun",
                "Omar's mice had fun",
                "People like you had fun"
            })
    void doesNotGuessTheSubject(String text) {
        assertThat(reason(PRESENT, text)).endsWith(" here; a pronoun directly before it would say which");
    }

    @ParameterizedTest
    @ValueSource(strings = {"They said so", "I said so"})
    void takesTheOnlyFormOnlyWhereItAgrees(String text) {
        assertThat(reason(toPresent().with("says", "said"), text))
                .isEqualTo(
                        "\"said\" may be another form than [says] here; a pronoun directly before it would say which");
        assertThat(changed(toPresent().with("says", "said"), "She said so")).isEqualTo("She says so");
    }
}
