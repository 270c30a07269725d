package io.smartcrm.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMeaningTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Product Viewed, view, IN, ''",
        "product_added, cart, IN, ''",
        "Products Searched, search, IN, ''",
        "Email Sent, message, OUT, email",
        "Email Link Clicked, message, OUT, email",
        "Push Notification Tapped, message, OUT, push",
        "SMS Failed, message, OUT, sms",
        "Email Preferences Changed, email_preferences_changed, IN, ''",
        "Checkout - Step 2!, checkout_step_2, IN, ''",
        "加入收藏, 加入收藏, IN, ''",
        "!!!, '', IN, ''"
    })
    void aNameSaysWhatHappened(String name, String type, Direction direction, String channel) {
        // When
        var meaning = EventMeaning.of(name);

        // Then
        assertThat(meaning.type()).isEqualTo(type);
        assertThat(meaning.direction()).isEqualTo(direction);
        assertThat(meaning.channel()).isEqualTo(channel);
        assertThat(meaning.deliveryState().isPresent()).isEqualTo(direction == Direction.OUT);
    }

    @ParameterizedTest
    @CsvSource({"200", "61"})
    void aLongNameBecomesATypeThatFits(int length) {
        // When
        String type = EventMeaning.of("a".repeat(length)).type();

        // Then
        assertThat(type).hasSize(60);
    }
}
