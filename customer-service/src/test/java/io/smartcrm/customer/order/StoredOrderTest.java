package io.smartcrm.customer.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredOrderTest {
    private static final UUID FIRST_IMPORT = new UUID(0, 1);
    private static final UUID SECOND_IMPORT = new UUID(0, 2);
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BOB = new UUID(1, 2);
    private static final Instant TEN = Instant.parse("2024-03-01T10:00:00Z");

    @Test
    void toldAgainAsItIsItStaysAsItIs() {
        // Given
        var stored = StoredOrder.first(draft(2, 3), FIRST_IMPORT);

        // When
        var told = stored.tell(draft(2, 3), SECOND_IMPORT);

        // Then
        assertThat(told.order()).isEqualTo(stored.order());
        assertThat(told.toldBy(SECOND_IMPORT)).isTrue();
        assertThat(told.importedLines()).isEqualTo(2);
    }

    @Test
    void toldOtherwiseItIsReplacedUnderItsId() {
        // Given
        var stored = StoredOrder.first(draft(2, 3), FIRST_IMPORT);

        // When
        var told = stored.tell(draft(2, 4), SECOND_IMPORT);

        // Then
        assertThat(told.order().id()).isEqualTo(stored.order().id());
        assertThat(told.order().version()).isEqualTo(2);
        assertThat(told.order().total().amount()).isEqualByComparingTo("9");
    }

    @Test
    void itsFirstLinesAloneWaitForTheOthers() {
        // Given
        var stored = StoredOrder.first(draft(2, 3, 4), FIRST_IMPORT);

        // When
        var told = stored.tell(draft(2), SECOND_IMPORT);
        var cut = told.cutToTold();
        var whole = told.tellMore(draft(3, 4));

        // Then
        assertThat(told.order()).isEqualTo(stored.order());
        assertThat(cut.order().lines()).hasSize(1);
        assertThat(cut.order().version()).isEqualTo(2);
        assertThat(cut.order().total().amount()).isEqualByComparingTo("3");
        assertThat(whole.order()).isEqualTo(stored.order());
        assertThat(whole.importedLines()).isEqualTo(3);
    }

    @Test
    void moreLinesOfTheSameImportAreJoined() {
        // Given
        var stored = StoredOrder.first(draft(2), FIRST_IMPORT);

        // When
        var joined = stored.tellMore(draft(5));

        // Then
        assertThat(joined.order().lines()).extracting(OrderLine::lineNumber).containsExactly(1, 2);
        assertThat(joined.order().total().amount()).isEqualByComparingTo("10.5");
        assertThat(joined.order().version()).isEqualTo(2);
    }

    @Test
    void aChangedCustomerIsAChangeAndAContradictionWithinOneFile() {
        // Given
        var stored = StoredOrder.first(draft(2), FIRST_IMPORT);
        var ofBob = new OrderDraft("1", OrderKind.SALE, Optional.of(BOB), TEN, "France", "EUR", "", draft(2).lines());

        // When
        var told = stored.tell(ofBob, SECOND_IMPORT);
        var contradiction = stored.contradiction(ofBob);

        // Then
        assertThat(told.order().customerId()).contains(BOB);
        assertThat(told.order().version()).isEqualTo(2);
        assertThat(contradiction)
                .hasValueSatisfying(reason -> assertThat(reason).contains("another customer"));
    }

    @Test
    void linesBeyondTheLimitAreRefusedByTheirPlaceInTheFile() {
        // Given
        var changes = new OrderChanges(FIRST_IMPORT, Map.of());
        int[] quantities = new int[10_003];
        Arrays.fill(quantities, 1);

        // When
        changes.tell(draft(quantities));

        // Then
        assertThat(changes.result().lines()).isEqualTo(10_000);
        assertThat(changes.result().refused())
                .extracting(OrderBulkResult.Refused::source)
                .containsExactly(10_000L, 10_001L, 10_002L);
    }

    private static OrderDraft draft(int... quantities) {
        List<OrderDraft.Line> lines = new ArrayList<>();
        for (int i = 0; i < quantities.length; i++) {
            lines.add(new OrderDraft.Line(
                    i, new UUID(2, quantities[i]), BigDecimal.valueOf(quantities[i]), new BigDecimal("1.5")));
        }
        return new OrderDraft("1", OrderKind.SALE, Optional.of(ADA), TEN, "France", "EUR", "", lines);
    }
}
