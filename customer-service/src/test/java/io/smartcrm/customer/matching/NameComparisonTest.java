package io.smartcrm.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameComparisonTest {
    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "'',Ada Lovelace,MISSING",
        "Ada Lovelace,Ada Lovelace,SAME",
        "ADA LOVELACE,'Lovelace, Ada',SAME",
        "Dr. Ada Lovelace,Ada  Lovelace,SAME",
        "Zoë O'Brien-Łukasz,Zoe OBrien Lukasz,SAME",
        "Wang Xiaoming,Xiao Ming Wang,SIMILAR",
        "Wang Xiaoming,Wang Xiao Ming,SAME",
        "Ada Lovelace,Ada Lovelacce,SIMILAR",
        "A. Lovelace,Ada Lovelace,SIMILAR",
        "Ada King Lovelace,Ada Lovelace,SIMILAR",
        "Ada Lovelace,Ada Byron,GIVEN",
        "Ada Lovelace,Ralph Lovelace,FAMILY",
        "Ada Lovelace,Grace Hopper,DIFFERENT",
        "王小明,王 小明先生,SAME",
        "王小明,小明王,SAME",
        "王小明,王晓明,ONE_CHARACTER",
        "王小明,李小明,GIVEN",
        "王小明,王芳,FAMILY",
        "王小明,张伟,DIFFERENT",
        "王小明,Wang Xiaoming,DIFFERENT"
    })
    void namesAgreeAsFarAsAPersonWouldSay(String one, String other, NameLevel expected) {
        // When
        NameLevel level = new NameComparison().compare(NameForm.of(one), NameForm.of(other));

        // Then
        assertThat(level).isEqualTo(expected);
        assertThat(new NameComparison().compare(NameForm.of(other), NameForm.of(one)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} sounds as {1}")
    @CsvSource({"robert,r163", "rupert,r163", "tymczak,t522", "pfister,p236", "王,王王", "王小明,王明"})
    void wordsAreCodedAsTheySound(String word, String code) {
        assertThat(BlockingKeys.sound(word)).startsWith(code.substring(0, Math.min(3, code.length())));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "+44 20 7946 0000,79460000",
        "020 7946 0000,79460000",
        "(020) 7946-0000,79460000",
        "12345,0",
        "000000000,0"
    })
    void aNumberIsTheSameWithAndWithoutCountryCode(String phone, int expected) {
        assertThat(PhoneForm.of(phone)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "Ada.Lovelace+shop@GoogleMail.com,adalovelace@gmail.com",
        "Ada.Lovelace+shop@example.org,ada.lovelace@example.org",
        "nobody,''"
    })
    void whatAProviderIgnoresIsIgnored(String email, String expected) {
        assertThat(EmailForm.of(email)).isEqualTo(expected);
    }
}
