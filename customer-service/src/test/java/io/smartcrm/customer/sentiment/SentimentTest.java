package io.smartcrm.customer.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentimentTest {
    private static final SentimentModel MODEL = SentimentTraining.train();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void phrasesNeverSeenAreToldApartInBothLanguages(boolean chinese) {
        // Given
        List<Phrase> phrases = SentimentTraining.read("/sentiment/held-out.txt").stream()
                .filter(phrase -> phrase.text().codePoints().anyMatch(Character::isIdeographic) == chinese)
                .toList();

        // When
        long right = phrases.stream()
                .filter(phrase -> MODEL.tone(phrase.text()) == phrase.tone())
                .count();
        long swapped = phrases.stream()
                .filter(phrase -> phrase.tone() != Tone.NEUTRAL)
                .filter(phrase -> MODEL.score(phrase.text()) > 0 != (phrase.tone() == Tone.POSITIVE))
                .count();

        // Then
        assertThat(phrases).hasSizeGreaterThan(35);
        assertThat(right).as("of " + phrases.size()).isGreaterThanOrEqualTo(phrases.size() * 8 / 10);
        assertThat(swapped).as("of " + phrases.size()).isLessThanOrEqualTo(phrases.size() / 12);
    }

    @Test
    void noPhraseIsBothLearnedAndTested() {
        // When
        List<String> learned = List.of("/sentiment/en.txt", "/sentiment/zh.txt").stream()
                .flatMap(file -> SentimentTraining.read(file).stream())
                .map(Phrase::text)
                .toList();

        // Then
        assertThat(learned).hasSizeGreaterThan(400).doesNotHaveDuplicates();
        assertThat(SentimentTraining.read("/sentiment/held-out.txt"))
                .extracting(Phrase::text)
                .doesNotContainAnyElementsOf(learned);
    }

    @Test
    void theSamePhrasesMakeTheSameModel() {
        // When
        SentimentModel again = SentimentTraining.train();

        // Then
        assertThat(again.score("the mug is not good")).isEqualTo(MODEL.score("the mug is not good"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "🙂🙂", "Ω≈ç√", "\u0000"})
    void aTextOfWhichNothingIsKnownHasNoTone(String text) {
        // When
        double score = MODEL.score(text);

        // Then
        assertThat(score).isZero();
    }
}
