package io.smartcrm.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private static final Profile ADA = new Profile("Ada", "ada@example.org", "+44 20 7946 0000", "GB");

    @Test
    void textIsKeptWithoutSpaceAroundIt() {
        // Given
        String name = "  Ada Lovelace\n";

        // When
        var profile = new Profile(name, "", "", " GB ");

        // Then
        assertThat(profile).isEqualTo(new Profile("Ada Lovelace", "", "", "GB"));
    }

    @Test
    void aLengthIsCountedInCharactersNotInJavaChars() {
        // Given
        String name = "\uD83D\uDE00".repeat(200);

        // When
        var profile = new Profile(name, "", "", "");

        // Then
        assertThat(profile.name()).isEqualTo(name);
    }

    static List<String[]> tooMuch() {
        return List.of(
                new String[] {"name", "x".repeat(201), "", "", ""},
                new String[] {"name", "a\u0000b", "", "", ""},
                new String[] {"name", "a\u0085b", "", "", ""},
                new String[] {"email", "", "x".repeat(251) + "@y.z", "", ""},
                new String[] {"phone", "", "", "1".repeat(41), ""},
                new String[] {"country", "", "", "", "G"},
                new String[] {"country", "", "", "", "x".repeat(61)});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void whatBreaksALimitIsRefusedByTheNameOfItsField(
            String field, String name, String email, String phone, String country) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> new Profile(name, email, phone, country));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class,
                failure -> assertThat(failure.violations())
                        .extracting(Failure.Violation::field)
                        .containsExactly(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada@", "@example.org", "ada@example", "a da@example.org", "a@b@example.org"})
    void anEmailWithoutItsShapeIsRefused(String email) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> new Profile("Ada", email, "", ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("email");
    }

    @Test
    void onlyTheNamedPartsAreReplaced() {
        // Given
        var other = new Profile("Countess", "countess@example.org", "", "FR");

        // When
        var changed = ADA.with(EnumSet.of(ProfileField.NAME, ProfileField.PHONE), other);

        // Then
        assertThat(changed).isEqualTo(new Profile("Countess", "ada@example.org", "", "GB"));
    }

    @Test
    void aMaskNamesFields() {
        // Given
        var paths = List.of("email", "country", "attributes.size");

        // When
        CustomerChange change = CustomerChange.of(paths, List.of(), ADA, Labels.NONE);

        // Then
        assertThat(change.fields()).containsExactlyInAnyOrder(ProfileField.EMAIL, ProfileField.COUNTRY);
        assertThat(change.attributeNames()).containsExactly("size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "NAME", "identity", "createTime", "*", ""})
    void aMaskCannotNameAnythingElse(String path) {
        // Given
        var paths = List.of("name", path);

        // When
        var refused = assertThatThrownBy(() -> CustomerChange.of(paths, List.of(), ADA, Labels.NONE));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("name, email, phone, country");
    }

    @Test
    void anEmptyMaskIsRefused() {
        // Given
        List<String> paths = List.of();

        // When
        var refused = assertThatThrownBy(() -> CustomerChange.of(paths, List.of(), ADA, Labels.NONE));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("names no field");
    }
}
