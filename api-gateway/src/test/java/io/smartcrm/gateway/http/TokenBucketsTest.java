package io.smartcrm.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aFullBucketLetsABurstThroughAndNoMore() {
        // Given
        var buckets = new TokenBuckets(2, 3);

        // When
        var granted = IntStream.range(0, 5)
                .mapToObj(request -> buckets.take("ada", 0))
                .toList();

        // Then
        assertThat(granted).containsExactly(true, true, true, false, false);
    }

    @Test
    void timeBringsTokensBackUpToTheBurst() {
        // Given
        var buckets = new TokenBuckets(2, 3);
        IntStream.range(0, 3).forEach(request -> buckets.take("ada", 0));

        // When
        var soon = IntStream.range(0, 3)
                .mapToObj(request -> buckets.take("ada", SECOND))
                .toList();
        var muchLater = IntStream.range(0, 4)
                .mapToObj(request -> buckets.take("ada", 100 * SECOND))
                .toList();

        // Then
        assertThat(soon).containsExactly(true, true, false);
        assertThat(muchLater).containsExactly(true, true, true, false);
    }

    @Test
    void oneCallerDoesNotUseUpAnother() {
        // Given
        var buckets = new TokenBuckets(1, 1);
        buckets.take("ada", 0);

        // When
        boolean granted = buckets.take("eve", 0);

        // Then
        assertThat(granted).isTrue();
    }

    @Test
    void whoHasNotAskedForLongIsForgotten() {
        // Given
        var buckets = new TokenBuckets(1, 1);
        IntStream.range(0, 20_000).forEach(user -> buckets.take("user-" + user, 0));

        // When
        buckets.take("ada", 10 * SECOND);

        // Then
        assertThat(buckets.size()).isEqualTo(1);
    }

    @Test
    void aRateThatLetsNobodyInIsRefused() {
        assertThatThrownBy(() -> new TokenBuckets(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TokenBuckets(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
