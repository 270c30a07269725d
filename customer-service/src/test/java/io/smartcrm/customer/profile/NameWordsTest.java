package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {
    @Test
    void aNameIsFoundByTheBeginningsOfItsWords() {
        // Given
        // When
        var beginnings = NameWords.beginnings("Ada  O'Neil");

        // Then
        assertThat(beginnings).containsExactly("ad", "ada", "ne", "nei", "neil");
    }

    @ParameterizedTest
    @CsvSource({
        "ÄRZTE Ost, arzt os",
        "王小明, 王小",
        "王小明, 王",
        "Wolfeschlegelsteinhausen, wolfeschlegelstein",
        "Łódź, łódz",
        "50% of 4711, 47 50%"
    })
    void whateverTheCaseAndTheAccents(String name, String sought) {
        // Given
        // When
        var beginnings = NameWords.beginnings(name);

        // Then
        assertThat(beginnings).containsAll(NameWords.sought(sought));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "%", "- x"})
    void tooLittleIsRefused(String text) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> NameWords.sought(text));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("two letters");
    }
}
