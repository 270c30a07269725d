package io.smartcrm.customer.profile;

import static io.smartcrm.customer.profile.CustomerFixtures.NOW;
import static io.smartcrm.customer.profile.CustomerFixtures.customer;
import static io.smartcrm.customer.profile.CustomerFixtures.withIdentities;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {
    private static final CustomerChange COUNTESS = name("Countess");
    private static final CustomerChange SAME = name("Ada");
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
        var updated = customer.update(customer.etag(), COUNTESS, LATER);

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
        var updated = customer.update(customer.etag(), SAME, LATER);

        // Then
        assertThat(updated).isEqualTo(customer);
    }

    @Test
    void anUpdateWithoutEtagIsToldToReadFirst() {
        // Given
        var customer = customer();

        // When
        var refused = assertThatThrownBy(() -> customer.update("", COUNTESS, LATER));

        // Then
        refused.isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID))
                .hasMessageContaining("read the customer");
    }

    @Test
    void anUpdateOfAnOlderVersionIsStale() {
        // Given
        var customer = customer();
        var updated = customer.update(customer.etag(), COUNTESS, LATER);

        // When
        var refused = assertThatThrownBy(() -> updated.update(customer.etag(), COUNTESS, LATER));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE));
    }

    @Test
    void aCustomerHasAtMostAHundredIdentities() {
        // Given
        var hundred = IntStream.range(0, 100)
                .mapToObj(i -> new Identity("shop", "c" + i))
                .toList();
        var oneMore = IntStream.range(0, 101)
                .mapToObj(i -> new Identity("shop", "c" + i))
                .toList();

        // When
        var customer = withIdentities(hundred);

        // Then
        assertThat(customer.identities()).hasSize(100);
        assertThatThrownBy(() -> withIdentities(oneMore))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("at most 100");
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

    @Test
    void aCustomerWhoTurnedOutToBeAnotherIsNotChanged() {
        // Given
        var one = customer();
        var merged = new Customer(
                one.id(),
                one.identities(),
                one.profile(),
                one.labels(),
                Optional.of(CustomerId.next()),
                one.createTime(),
                one.updateTime(),
                one.version());

        // When
        var refused = assertThatThrownBy(() -> merged.update(merged.etag(), COUNTESS, LATER));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("was merged into");
    }

    @Test
    void attributesAreChangedOneByOneOrAllTogether() {
        // Given
        var labels = new Labels(List.of("vip"), Map.of("size", "L", "weight", 3L), "north");
        var other = new Labels(List.of("old"), Map.of("size", "M"), "");

        // When
        var one = labels.with(Set.of(), Set.of("size", "weight"), other);
        var all = labels.with(Set.of(ProfileField.ATTRIBUTES, ProfileField.TEAM), Set.of(), other);

        // Then
        assertThat(one).isEqualTo(new Labels(List.of("vip"), Map.of("size", "M"), "north"));
        assertThat(all).isEqualTo(new Labels(List.of("vip"), Map.of("size", "M"), ""));
    }

    @Test
    void tagsAreShortFewAndInOrder() {
        // Given
        var fiftyOne = IntStream.range(0, 51).mapToObj(i -> "t" + i).toList();

        // When
        var labels = new Labels(List.of("vip", " early ", "vip"), Map.of(), " north ");

        // Then
        assertThat(labels.tags()).containsExactly("early", "vip");
        assertThat(labels.team()).isEqualTo("north");
        assertThatThrownBy(() -> new Labels(fiftyOne, Map.of(), "")).hasMessageContaining("at most 50");
        assertThatThrownBy(() -> new Labels(List.of("t".repeat(51)), Map.of(), ""))
                .hasMessageContaining("tags")
                .hasMessageContaining("51 characters");
        assertThatThrownBy(() -> new Labels(List.of(" "), Map.of(), "")).hasMessageContaining("missing");
        assertThatThrownBy(() -> new Labels(List.of(), Map.of(), "t".repeat(65)))
                .hasMessageContaining("team");
    }

    private static CustomerChange name(String name) {
        return CustomerChange.of(List.of("name"), List.of(), new Profile(name, "", "", ""), Labels.NONE);
    }
}
