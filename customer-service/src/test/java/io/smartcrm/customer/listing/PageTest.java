package io.smartcrm.customer.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {
    private static final TimePosition POSITION =
            new TimePosition(Instant.parse("2026-01-02T03:04:05.123456Z"), new UUID(7, 9));

    @Test
    void aRowMoreThanThePageSizeMeansThatThereIsANextPage() {
        // Given
        var found = List.of("a", "b", "c");

        // When
        var page = Page.of(found, 2);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextToken(last -> "after " + last)).isEqualTo("after b");
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        // Given
        var found = List.of("a", "b");

        // When
        var page = Page.of(found, 2);

        // Then
        assertThat(page.items()).containsExactly("a", "b");
        assertThat(page.nextToken(last -> "after " + last)).isEmpty();
    }

    @Test
    void aPositionComesBackFromItsToken() {
        // Given
        String token = POSITION.encode("query");

        // When
        var position = TimePosition.decode(token, "query");

        // Then
        assertThat(position).isEqualTo(POSITION);
    }

    @Test
    void aForgedPositionIsRefused() {
        // Given
        String token = PageToken.of("yesterday", "nobody").encode("query");

        // When
        var refused = assertThatThrownBy(() -> TimePosition.decode(token, "query"));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("pageToken");
    }
}
