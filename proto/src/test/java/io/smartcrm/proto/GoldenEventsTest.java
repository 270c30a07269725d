package io.smartcrm.proto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.customer.v1.ProductEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Events that stand in topics for years must be read as what they were written. */
class GoldenEventsTest {
    static Stream<Arguments> events() {
        return Stream.of(
                arguments("OrderEvent", OrderEvent.getDefaultInstance()),
                arguments("RefundEvent", OrderEvent.getDefaultInstance()),
                arguments("CustomerEvent", CustomerEvent.getDefaultInstance()),
                arguments("ProductEvent", ProductEvent.getDefaultInstance()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void bytesOfVersionOneMeanWhatTheyMeant(String name, Message type) throws IOException {
        // Given
        byte[] stored = resource(name + ".binpb");
        var expected = type.newBuilderForType();
        TextFormat.merge(new String(resource(name + ".txtpb"), UTF_8), expected);

        // When
        Message read = type.getParserForType().parseFrom(stored);

        // Then
        assertThat(read).isEqualTo(expected.build());
        assertThat(read.getUnknownFields().asMap()).isEmpty();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenEventsTest.class.getResourceAsStream("/golden/" + name)) {
            return assertThat(in).as(name).isNotNull().actual().readAllBytes();
        }
    }
}
