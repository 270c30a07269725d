package io.smartcrm.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicFileTest {
    @Test
    void everyTopicOfTheSuiteHasTwelvePartitionsAndAPolicyThatKeepsItsFacts() {
        // When
        List<Topic> topics = TopicFile.topics();

        // Then
        assertThat(topics)
                .extracting(Topic::name)
                .contains(
                        "smartcrm.customer.customer.v1",
                        "smartcrm.customer.product.v1",
                        "smartcrm.customer.order.v1",
                        "smartcrm.loyalty.assessment.v1")
                .doesNotHaveDuplicates();
        assertThat(topics).allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(12));
        assertThat(topics)
                .filteredOn(topic -> !topic.name().contains(".dlq."))
                .allSatisfy(topic -> assertThat(topic.config())
                        .satisfiesAnyOf(
                                config -> assertThat(config).containsEntry("cleanup.policy", "compact"),
                                config -> assertThat(config)
                                        .containsEntry("cleanup.policy", "delete")
                                        .containsEntry("retention.ms", "-1")));
    }

    @Test
    void whatAServiceCannotApplyIsKeptForThirtyDays() {
        // When
        List<Topic> deadLetters = TopicFile.topics().stream()
                .filter(topic -> topic.name().contains(".dlq."))
                .toList();

        // Then
        assertThat(deadLetters)
                .isNotEmpty()
                .allSatisfy(topic -> assertThat(topic.config())
                        .containsEntry(
                                "retention.ms",
                                Long.toString(Duration.ofDays(30).toMillis())));
    }

    @Test
    void aDocumentOfAnotherKindIsRefusedByItsName() {
        // Given
        InputStream file = file("kind: ConfigMap\nmetadata: {name: x}\n");

        // When, Then
        assertThatThrownBy(() -> TopicFile.parse(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ConfigMap");
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        // Given
        InputStream file = file("kind: KafkaTopic\nmetadata: {name: x}\nspec: {partitions: 0, replicas: 1}\n");

        // When, Then
        assertThatThrownBy(() -> TopicFile.parse(file)).hasMessageContaining("topic x has 0 partitions");
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
