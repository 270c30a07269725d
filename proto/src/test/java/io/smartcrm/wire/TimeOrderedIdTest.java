package io.smartcrm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {
    @Test
    void laterIdsSortBehindEarlierOnes() {
        // When
        var earlier = TimeOrderedId.of(1_000, -1, -1);
        var later = TimeOrderedId.of(1_001, 0, 0);

        // Then
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void anIdIsAUuidOfVersionSeven() {
        // When
        var id = TimeOrderedId.next();

        // Then
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
