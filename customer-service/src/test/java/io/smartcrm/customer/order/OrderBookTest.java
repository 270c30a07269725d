package io.smartcrm.customer.order;

import static io.smartcrm.customer.order.ToldOrders.LAMP;
import static io.smartcrm.customer.order.ToldOrders.line;
import static io.smartcrm.customer.order.ToldOrders.refund;
import static io.smartcrm.customer.order.ToldOrders.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.wire.Failure;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBookTest {
    private final OrderBook book = new OrderBook(Map.of());

    @Test
    void theSameToldTwiceChangesNothing() {
        // Given
        tell(sale("A"));

        // When
        var again = tell(sale("A"));

        // Then
        assertThat(again.outcome()).isEqualTo(Upsert.Outcome.UNCHANGED);
        assertThat(book.now("A").order().version()).isEqualTo(1);
    }

    @Test
    void aNewerVersionCorrectsUnderTheSameIdAndAnOlderOneIsIgnored() {
        // Given
        var first = tell(versioned(2, "1"));

        // When
        var newer = tell(versioned(3, "2"));
        var older = tell(versioned(1, "9"));

        // Then
        assertThat(newer.outcome()).isEqualTo(Upsert.Outcome.CORRECTED);
        assertThat(newer.orderId()).isEqualTo(first.orderId());
        assertThat(newer.version()).isEqualTo(2);
        assertThat(older.outcome()).isEqualTo(Upsert.Outcome.OUTDATED);
        assertThat(book.now("A").order().lines().get(0).quantity()).isEqualByComparingTo("2");
    }

    @Test
    void theSameUnderALaterVersionIsRemembered() {
        // Given
        var first = tell(versioned(2, "1"));

        // When
        tell(versioned(4, "1"));

        // Then
        assertThat(book.repeated()).containsExactly(Map.entry(first.orderId().orElseThrow(), 4L));
    }

    @Test
    void oneVersionCannotBeTwoOrders() {
        // Given
        tell(versioned(2, "1"));

        // When
        var failure = catchThrowableOfType(Failure.class, () -> tell(versioned(2, "2")));

        // Then
        assertThat(failure.reason()).isEqualTo("ORDER_VERSION_REUSED");
    }

    @Test
    void aSourceThatStillTellsAnEarlierStateIsLateNotWrong() {
        // Given
        tell(ToldOrders.in(sale("A"), OrderState.SHIPPED));

        // When
        var late = tell(ToldOrders.in(sale("A"), OrderState.PAID));
        var wrong = catchThrowableOfType(Failure.class, () -> tell(ToldOrders.in(sale("A"), OrderState.CANCELLED)));

        // Then
        assertThat(late.outcome()).isEqualTo(Upsert.Outcome.UNCHANGED);
        assertThat(wrong.reason()).isEqualTo("ORDER_STATE_IMPOSSIBLE");
        assertThat(wrong).hasMessageContaining("SHIPPED").hasMessageContaining("CANCELLED");
    }

    @ParameterizedTest(name = "{0} pieces at {1}, {2} off")
    @CsvSource({"-4, 8, 0", "-3, 12, 0", "-1, 32.14, 0"})
    void aRefundLargerThanItsOrderIsRefused(String quantity, String price, String discount) {
        // Given
        tell(sale("A"));

        // When
        var failure = catchThrowableOfType(
                Failure.class, () -> tell(refund("R", "A", line(quantity, price, discount, "0", 1))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNPROCESSABLE);
        assertThat(failure.reason()).isEqualTo("REFUND_EXCEEDS_LINE");
        assertThat(failure)
                .hasMessageContaining("a refund larger than its order")
                .hasMessageContaining("32.13 are left");
    }

    @Test
    void refundsOfOneLineAddUp() {
        // Given
        tell(sale("A"));
        tell(refund("R1", "A", line("-2", "10", "0", "0", 1)));

        // When
        var failure = catchThrowableOfType(Failure.class, () -> tell(refund("R2", "A", line("-2", "1", "0", "0", 1))));

        // Then
        assertThat(failure).hasMessageContaining("1 pieces and 12.13 are left");
    }

    @Test
    void aRefundThatNamesNoLineIsLimitedByTheWholeOrder() {
        // Given
        tell(sale("A"));
        tell(refund("R1", "A", line("-1", "37", "0", "0", 0)));

        // When
        var failure =
                catchThrowableOfType(Failure.class, () -> tell(refund("R2", "A", line("-1", "0.04", "0", "0", 0))));

        // Then
        assertThat(failure.reason()).isEqualTo("REFUND_EXCEEDS_ORDER");
    }

    @Test
    void aRefundThatCameBeforeItsOrderIsLinkedAndLimitedToo() {
        // Given
        tell(refund("R", "A", line("-2", "10", "0", "0", 1)));

        // When
        var placed = tell(sale("A"));
        var tooSmall = catchThrowableOfType(
                Failure.class,
                () -> tell(ToldOrders.order("A", OrderKind.SALE, "", "", 0, line("1", "10", "0", "0", 0))));

        // Then
        assertThat(book.now("R").order().refundedOrder().map(OrderId::value)).isEqualTo(placed.orderId());
        assertThat(tooSmall.reason()).isEqualTo("REFUND_EXCEEDS_LINE");
    }

    @Test
    void aCancelledOrderGivesNothingBackAndAnOrderThatGaveBackIsNotCancelled() {
        // Given
        tell(ToldOrders.in(sale("A"), OrderState.CANCELLED));
        tell(sale("B"));
        tell(refund("R", "B", line("-1", "10", "0", "0", 1)));

        // When
        var refunded = catchThrowableOfType(Failure.class, () -> tell(refund("S", "A", line("-1", "1", "0", "0", 1))));
        var cancelled = catchThrowableOfType(
                Failure.class, () -> book.moveTo(book.now("B").order(), OrderState.CANCELLED));

        // Then
        assertThat(refunded.reason()).isEqualTo("ORDER_CANCELLED");
        assertThat(cancelled.reason()).isEqualTo("ORDER_HAS_REFUNDS");
    }

    private static ToldOrder versioned(long version, String quantity) {
        return ToldOrders.order("A", OrderKind.SALE, "", "", version, line(quantity, "10", "0", "0", 0));
    }

    private Upsert tell(ToldOrder told) {
        return book.tell(told, Collections.nCopies(told.lines().size(), LAMP));
    }
}
