package io.smartcrm.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHeadersTest {
    private static final EventHeaders HEADERS = new EventHeaders(
            UUID.fromString("01900000-0000-7000-8000-000000000001"),
            "/customer-service",
            "smartcrm.customer.v1.OrderPlaced",
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

    @Test
    void attributesSurviveARecord() {
        // Given
        var headers = new RecordHeaders();
        HEADERS.writeTo(headers);

        // When
        EventHeaders read = EventHeaders.readFrom(headers);

        // Then
        assertThat(read).isEqualTo(HEADERS);
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({"ce_id,7", "ce_time,yesterday", "ce_specversion,2.0"})
    void malformedAttributesAreNamed(String name, String value) {
        // Given
        var headers = new RecordHeaders();
        HEADERS.writeTo(headers);
        headers.add(name, value.getBytes(UTF_8));

        // When / Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventHeaders.readFrom(headers))
                .withMessageContaining(value);
    }

    @Test
    void missingAttributesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventHeaders.readFrom(new RecordHeaders()))
                .withMessageContaining("ce_specversion");
    }
}
