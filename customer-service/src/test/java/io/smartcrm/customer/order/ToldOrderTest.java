package io.smartcrm.customer.order;

import static io.smartcrm.customer.order.ToldOrders.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.wire.Failure;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToldOrderTest {
    @Test
    void linesLessDiscountsWithTaxAndShippingMakeTheTotal() {
        assertThatCode(() -> ToldOrders.sale("A-1")).doesNotThrowAnyException();
    }

    @Test
    void aTotalThatDoesNotAddUpIsRefusedWithTheSum() {
        // When
        var failure =
                failureOf(() -> ToldOrders.order("A", OrderKind.SALE, "", "37.04", 0, line("3", "10", "3", "5.13", 0)));

        // Then
        assertThat(failure.getMessage()).contains("total").contains("37.04").contains("37.03");
    }

    @Test
    void aTotalMayBeRoundedToTheCurrency() {
        assertThatCode(() -> ToldOrders.order("A", OrderKind.SALE, "", "5.57", 0, line("2", "0.333", "0", "0", 0)))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> badOrders() {
        return Stream.of(
                bad("number", () -> ToldOrders.sale(" ")),
                bad("number", () -> ToldOrders.sale("x".repeat(101))),
                bad("lines", () -> ToldOrders.order("A", OrderKind.SALE, "", "", 0)),
                bad("lines[0].quantity", () -> sale(line("0", "1", "0", "0", 0))),
                bad("lines[0].quantity", () -> sale(line("-1", "1", "0", "0", 0))),
                bad("lines[0].unitPrice", () -> sale(line("1", "-1", "0", "0", 0))),
                bad("lines[0].discount", () -> sale(line("1", "1", "1.01", "0", 0))),
                bad("lines[0].tax", () -> sale(line("1", "1", "0", "-1", 0))),
                bad("lines[0].refundedLineNumber", () -> sale(line("1", "1", "0", "0", 1))),
                bad("lines[0].quantity", () -> ToldOrders.refund("R", "A", line("1", "1", "0", "0", 1))),
                bad("lines[0].unitPrice", () -> ToldOrders.refund("R", "A", line("-1", "1", "-2", "0", 1))),
                bad("refundOf", () -> ToldOrders.order("A", OrderKind.SALE, "B", "", 0, line("1", "1", "0", "0", 0))),
                bad(
                        "sourceVersion",
                        () -> ToldOrders.order("A", OrderKind.SALE, "", "", -1, line("1", "1", "0", "0", 0))),
                bad(
                        "state",
                        () -> ToldOrders.in(
                                ToldOrders.refund("R", "", line("-1", "1", "0", "0", 0)), OrderState.PAID)));
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void whatBreaksTheLimitsIsRefusedByItsField(String field, ThrowingCallable telling) {
        // When
        var failure = failureOf(telling);

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    private static ToldOrder sale(ToldLine line) {
        return ToldOrders.order("A", OrderKind.SALE, "", "", 0, line);
    }

    private static Arguments bad(String field, ThrowingCallable telling) {
        return Arguments.of(field, telling);
    }

    private static Failure failureOf(ThrowingCallable telling) {
        return catchThrowableOfType(Failure.class, telling);
    }
}
