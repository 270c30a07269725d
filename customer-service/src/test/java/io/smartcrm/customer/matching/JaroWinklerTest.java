package io.smartcrm.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {
    /** Winkler's own examples. */
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({"martha,marhta,0.9611", "dwayne,duane,0.84", "dixon,dicksonx,0.8133", "abc,xyz,0", "same,same,1"})
    void wordsAreAsAlikeAsInTheLiterature(String one, String other, double expected) {
        // When
        double alike = new JaroWinkler().of(one, other);

        // Then
        assertThat(alike).isCloseTo(expected, within(1e-4));
        assertThat(new JaroWinkler().of(other, one)).isCloseTo(alike, within(1e-12));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "ada@example.org,ada@example.org,true",
        "ada@example.org,ada@exmple.org,true",
        "ada@example.org,aad@example.org,true",
        "ada@example.org,adda@example.org,true",
        "ada@example.org,eda@exampel.org,false",
        "'',a,true",
        "'',ab,false"
    })
    void aSlipIsALetterMoreLessAnotherOrTwoSwapped(String one, String other, boolean expected) {
        // When
        boolean slip = Edits.atMostOne(one.toCharArray(), 0, one.length(), other.toCharArray(), 0, other.length());

        // Then
        assertThat(slip).isEqualTo(expected);
    }

    @Test
    void aSlipInANumberIsOneDigitOrTwoNeighboursSwapped() {
        assertThat(Edits.atMostOneDigit(12345678, 12345679, 8)).isTrue();
        assertThat(Edits.atMostOneDigit(12345678, 12354678, 8)).isTrue();
        assertThat(Edits.atMostOneDigit(12345678, 52341678, 8)).isFalse();
        assertThat(Edits.atMostOneDigit(12345678, 22345679, 8)).isFalse();
    }
}
