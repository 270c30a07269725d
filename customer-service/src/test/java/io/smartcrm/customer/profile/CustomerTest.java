package io.smartcrm.customer.profile;

import static io.smartcrm.customer.profile.CustomerFixtures.NOW;
import static io.smartcrm.customer.profile.CustomerFixtures.customer;
import static io.smartcrm.customer.profile.CustomerFixtures.withIdentities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    private static final Set<ProfileField> NAME = EnumSet.of(ProfileField.NAME);
    private static final Profile COUNTESS = new Profile("Countess", "", "", "");
    private static final Instant LATER = NOW.plus(Duration.ofHours(1));

    @Test
    void aNewCustomerIsOfTheFirstVersionAndTheMicrosecondTheDatabaseKeeps() {
        // Given
        // When
        var customer = customer();

        // Then
        assertThat(customer.version()).isEqualTo(1);
        assertThat(customer.createTime()).isEqualTo(Instant.parse("2026-03-04T05:06:07.123456Z"));
        assertThat(customer.updateTime()).isEqualTo(customer.createTime());
    }

    @Test
    void anUpdateReplacesTheNamedPartsAndMakesANewVersion() {
        // Given
        var customer = customer();

        // When
        var updated = customer.update(customer.etag(), NAME, COUNTESS, LATER);

        // Then
        assertThat(updated.profile()).isEqualTo(new Profile("Countess", "ada@example.org", "", "GB"));
        assertThat(updated.version()).isEqualTo(2);
        assertThat(updated.etag()).isNotEqualTo(customer.etag());
        assertThat(updated.createTime()).isEqualTo(customer.createTime());
        assertThat(updated.updateTime()).isAfter(customer.updateTime());
    }

    @Test
    void anUpdateThatChangesNothingIsNone() {
        // Given
        var customer = customer();

        // When
        var updated = customer.update(customer.etag(), NAME, customer.profile(), LATER);

        // Then
        assertThat(updated).isEqualTo(customer);
    }

    @Test
    void anUpdateWithoutEtagIsToldToReadFirst() {
        // Given
        var customer = customer();

        // When
        var refused = assertThatThrownBy(() -> customer.update("", NAME, COUNTESS, LATER));

        // Then
        refused.isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID))
                .hasMessageContaining("read the customer");
    }

    @Test
    void anUpdateOfAnOlderVersionIsStale() {
        // Given
        var customer = customer();
        var updated = customer.update(customer.etag(), NAME, COUNTESS, LATER);

        // When
        var refused = assertThatThrownBy(() -> updated.update(customer.etag(), NAME, COUNTESS, LATER));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE));
    }

    @Test
    void aCustomerHasAtMostTwentyIdentities() {
        // Given
        var twenty = IntStream.range(0, 20)
                .mapToObj(i -> new Identity("shop", "c" + i))
                .toList();
        var twentyOne = IntStream.range(0, 21)
                .mapToObj(i -> new Identity("shop", "c" + i))
                .toList();

        // When
        var customer = withIdentities(twenty);

        // Then
        assertThat(customer.identities()).hasSize(20);
        assertThatThrownBy(() -> withIdentities(twentyOne))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("at most 20");
    }

    @Test
    void anIdentityIsGivenOnce() {
        // Given
        var twice = List.of(new Identity("shop", "1"), new Identity("shop", " 1 "));

        // When
        var refused = assertThatThrownBy(() -> withIdentities(twice));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("twice");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "shop,''", "sh:op,1", "'  ',1"})
    void anIdentityNeedsANamespaceWithoutColonAndAValue(String namespace, String value) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> new Identity(namespace, value));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("identities.");
    }

    @Test
    void anIdentityHasLimits() {
        // Given
        var longest = new Identity("n".repeat(64), "v".repeat(200));

        // When
        var namespaceTooLong = assertThatThrownBy(() -> new Identity("n".repeat(65), longest.value()));
        var valueTooLong = assertThatThrownBy(() -> new Identity(longest.namespace(), "v".repeat(201)));

        // Then
        namespaceTooLong.isInstanceOf(Failure.class).hasMessageContaining("64");
        valueTooLong.isInstanceOf(Failure.class).hasMessageContaining("200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", ":1", "shop:", ""})
    void textThatIsNoIdentityIsRefused(String text) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> Identity.parse("filter", text));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("filter");
    }

    @Test
    void theValueOfAnIdentityCanHoldAColon() {
        // Given
        String text = "web:https://example.org";

        // When
        var identity = Identity.parse("filter", text);

        // Then
        assertThat(identity).isEqualTo(new Identity("web", "https://example.org"));
    }
}
