package io.smartcrm.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.profile.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DraftFormTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123456789Z");

    @Test
    void aPlainUserIdIsOfTheShop() {
        assertThat(form().userId("12347").checked(NOW).user()).contains(new Identity("shop", "12347"));
        assertThat(form().userId("crm:a:b").checked(NOW).user()).contains(new Identity("crm", "a:b"));
    }

    @Test
    void ourOwnIdOutweighsTheName() {
        // Given
        String id = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa";

        // When
        var draft = form().userId("customer:" + id).checked(NOW);

        // Then
        assertThat(draft.customerId().orElseThrow()).hasToString(id);
        assertThat(draft.user()).isEmpty();
    }

    @Test
    void whatIsNotToldIsWhatTheNameSaysAndNow() {
        // When
        var draft = form().name("Email Opened").anonymousId("a").checked(NOW);

        // Then
        assertThat(draft.type()).isEqualTo("message");
        assertThat(draft.direction()).isEqualTo(Direction.OUT);
        assertThat(draft.deliveryState()).contains(DeliveryState.OPENED);
        assertThat(draft.occurTime()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
    }

    @Test
    void aMessageToTheCustomerBeginsQueued() {
        // When
        var draft =
                form().type("call").direction(Direction.OUT).anonymousId("a").checked(NOW);

        // Then
        assertThat(draft.deliveryState()).contains(DeliveryState.QUEUED);
    }

    static List<Map.Entry<String, Consumer<DraftForm>>> refused() {
        return List.of(
                Map.entry("userId: is missing", form -> form.userId("")),
                Map.entry("userId: is longer than 265", form -> form.userId("x".repeat(266))),
                Map.entry("userId: is not a value", form -> form.userId("shop:")),
                Map.entry("customerId: 'abc' is not the id", form -> form.customerId("abc")),
                Map.entry("messageId: is longer than 200", form -> form.messageId("x".repeat(201))),
                Map.entry("messageId: holds a control", form -> form.messageId("a\u0000b")),
                Map.entry("anonymousId: is longer", form -> form.anonymousId("x".repeat(201))),
                Map.entry("type: is missing", form -> form.name("?!").type("")),
                Map.entry("type: is not 1 to 60", form -> form.type("View")),
                Map.entry("channel: is not 1 to 40", form -> form.channel("the web")),
                Map.entry("name: holds a control", form -> form.name("a\nb")),
                Map.entry("occurTime: ", form -> form.occurTime(NOW.plus(Duration.ofHours(25)))),
                Map.entry("occurTime: ", form -> form.occurTime(Instant.parse("2009-12-31T23:59:59Z"))),
                Map.entry(
                        "deliveryState: is of messages",
                        form -> form.direction(Direction.IN).deliveryState(DeliveryState.SENT)),
                Map.entry("properties: are not JSON", form -> form.properties("{")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeKeptIsRefusedByItsField(Map.Entry<String, Consumer<DraftForm>> wrong) {
        // Given
        var form = form().userId("1").name("Product Viewed");

        // When, Then
        assertThatThrownBy(() -> {
                    wrong.getValue().accept(form);
                    form.checked(NOW);
                })
                .hasMessageStartingWith(wrong.getKey());
    }

    private static DraftForm form() {
        return new DraftForm().name("Product Viewed");
    }
}
