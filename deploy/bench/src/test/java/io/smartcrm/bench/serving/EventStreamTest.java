package io.smartcrm.bench.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void whatIsNotFoundIsLostAndWhatIsFoundTwiceIsDuplicated() {
        // Given
        var stream = new EventStream(List.of(), "run1", 2, 4);

        // When
        stream.look("{\"items\":[{\"messageId\":\"run1-0\"},{\"messageId\": \"run1-2\"},{\"messageId\":\"other-1\"}]}");
        stream.look("{\"items\":[{\"messageId\":\"run1-2\"},{\"messageId\":\"run1-3\"}]}");

        // Then
        assertThat(stream.lost()).isEqualTo(1);
        assertThat(stream.duplicated()).isEqualTo(1);
    }

    @Test
    void aRejectedEventIsNotAcknowledged() {
        // Given
        String answer =
                "{\"results\":[{\"status\":\"ACCEPTED\"},{\"status\":\"REJECTED\"},{\"status\":\"DUPLICATE\"}]}";

        // When
        long acknowledged = EventStream.acknowledged(answer);

        // Then
        assertThat(acknowledged).isEqualTo(2);
    }
}
