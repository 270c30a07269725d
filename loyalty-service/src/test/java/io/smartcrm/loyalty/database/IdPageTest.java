package io.smartcrm.loyalty.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdPageTest {
    private final List<String> shown = new ArrayList<>();
    private final List<String> next = new ArrayList<>();

    @Test
    void thePageAfterBeginsAtTheLastThatWasShown() {
        // Given
        answer(IdPage.of("things", 2, ""), ids(3));

        // When
        var second = IdPage.of("things", 2, next.get(0));

        // Then
        assertThat(shown).hasSize(2);
        assertThat(second.last()).contains(new UUID(0, 2));
        assertThat(second.limit()).isEqualTo(3);
    }

    @Test
    void theLastPageNamesNoOther() {
        // When
        answer(IdPage.of("things", 2, ""), ids(2));

        // Then
        assertThat(shown).hasSize(2);
        assertThat(next).isEmpty();
    }

    @Test
    void theTokenOfAnotherListIsRefused() {
        // Given
        answer(IdPage.of("things", 2, ""), ids(3));

        // When
        Failure failure = catchThrowableOfType(Failure.class, () -> IdPage.of("others", 2, next.get(0)));

        // Then
        assertThat(failure.violations().get(0).field()).isEqualTo("pageToken");
    }

    private void answer(IdPage page, List<UUID> found) {
        page.answer(found, Function.identity(), UUID::toString, shown::add, next::add);
    }

    private static List<UUID> ids(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> new UUID(0, number))
                .toList();
    }
}
