package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryNameTest {
    @ParameterizedTest
    @CsvSource({
        "United Kingdom, GB",
        "UK, GB",
        "gb, GB",
        "EIRE, IE",
        "USA, US",
        "RSA, ZA",
        "Czech Republic, CZ",
        "Hong Kong, HK",
        "germany, DE",
        "DEU, DE",
        "Channel Islands, Channel Islands",
        "Unspecified, Unspecified"
    })
    void aCountryIsItsCodeWhereItIsRecognised(String text, String code) {
        // When
        var recognised = CountryName.recognise(text);

        // Then
        assertThat(recognised).isEqualTo(code);
    }
}
