package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.orderfile.OrderFiles.batch;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static io.smartcrm.customer.orderfile.OrderFiles.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowRulesTest {
    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
        nr      ; ''                                   ; is missing
        time    ; ''                                   ; is missing
        time    ; 2025-02-30T10:00:00+01:00            ; is not a time
        time    ; yesterday                            ; is not a time
        time    ; 1066-10-14                           ; is not a time
        sku     ; ' '                                  ; is missing
        qty     ; two                                  ; is not a decimal number
        qty     ; 0                                    ; is zero
        qty     ; -1                                   ; is negative outside of a credit note
        qty     ; 1e3                                  ; is not a decimal number
        qty     ; 1234567890123                        ; is not a decimal number
        price   ; 12,3.4                               ; is not a decimal number
        price   ; NaN                                  ; is not a decimal number
        price   ; 0.0000001                            ; is not a decimal number
        currency; EURO                                 ; is not an ISO 4217 code
        currency; XAU                                  ; is not an ISO 4217 code
        email   ; ada                                  ; is not an e-mail address
        """)
    void aWrongCellIsRejectedWithItsColumnValueAndReason(String column, String value, String reason) {
        // When
        var batch = batch(csv(line(), line(column, value)));

        // Then
        assertThat(batch.acceptedRows()).isEqualTo(1);
        assertThat(batch.rejected()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.column()).isEqualTo(column);
            assertThat(row.value()).isEqualTo(value);
            assertThat(row.reason()).startsWith(reason);
        });
    }

    @Test
    void aTooLongCellIsRejectedAndShownCut() {
        // When
        var batch = batch(csv(line("sku", "x".repeat(1_000))));

        // Then
        assertThat(batch.rejected()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo("is longer than 100 characters");
            assertThat(row.value()).hasSize(200);
        });
    }

    @Test
    void aControlCharacterIsRejectedAndALineBreakBecomesABlank() {
        // When
        var batch = batch(csv(line("text", "red\r\nrose"), line("nr", "2", "text", "bad\u0007bell")));

        // Then
        assertThat(batch.products())
                .singleElement()
                .satisfies(product ->
                        assertThat(product.name().orElseThrow().value()).isEqualTo("red rose"));
        assertThat(batch.rejected()).extracting(RejectedRow::reason).containsExactly("holds a control character");
    }

    @Test
    void aRowOfAnotherNumberOfCellsIsRejectedWhole() {
        // When
        var batch = batch(csv(line()) + "1,2024-03-01 10:00,ada\n");

        // Then
        assertThat(batch.rejected()).containsExactly(new RejectedRow(3, "", "1", "has 3 cells, the header has 13"));
    }

    @Test
    void aStockCorrectionIsToldFromAnOrder() {
        // When
        var batch = batch(csv(line(), line("nr", "2", "qty", "-10", "price", "0.0")));

        // Then
        assertThat(batch.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("stock correction"));
    }

    @Test
    void aCreditNoteGivesBack() {
        // When
        var batch = batch(csv(
                line("nr", "C1", "qty", "-2"),
                line("nr", "C2", "qty", "2"),
                line("nr", "C3", "qty", "-2", "price", "-1"),
                line("nr", "R4", "qty", "-1", "refund", "1"),
                line("nr", "C5", "qty", "-1", "price", "0")));

        // Then
        assertThat(batch.orders())
                .allSatisfy(order -> assertThat(order.kind()).isEqualTo(FileOrder.Kind.REFUND))
                .extracting(FileOrder::number)
                .containsExactly("C1", "R4", "C5");
        assertThat(batch.rejected()).extracting(RejectedRow::column).containsExactly("qty", "price");
    }

    @Test
    void aNegativePriceMakesAnAdjustmentUnlessGoodsAreSoldWithIt() {
        // When
        var batch = batch(csv(
                line("nr", "A1", "sku", "B", "qty", "1", "price", "-11062.06"),
                line("nr", "2", "price", "-4.99"),
                line("nr", "2", "price", "4.99")));

        // Then
        assertThat(batch.orders())
                .extracting(
                        FileOrder::number,
                        FileOrder::kind,
                        order -> order.lines().size())
                .containsExactly(tuple("A1", FileOrder.Kind.ADJUSTMENT, 1), tuple("2", FileOrder.Kind.SALE, 1));
        assertThat(batch.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).startsWith("is negative among priced goods"));
    }

    @Test
    void aGiftCostsNothingAndNamesNothing() {
        // When
        var batch = batch(csv(
                line("time", "2024-03-01", "text", "Apple"),
                line("nr", "2", "time", "2024-03-02", "text", "damaged", "price", "0.0")));

        // Then
        assertThat(batch.acceptedRows()).isEqualTo(2);
        assertThat(batch.products()).singleElement().satisfies(product -> {
            assertThat(product.name().orElseThrow().value()).isEqualTo("Apple");
            assertThat(product.price().orElseThrow().value().amount()).isEqualByComparingTo("1.5");
        });
    }

    @Test
    void numbersOfASpreadsheetAndGuestsAreUnderstood() {
        // When
        var batch = batch(csv(
                line("customer", "17850.0"), line("nr", "2", "customer", " "), line("nr", "3", "customer", "a17.0")));

        // Then
        assertThat(batch.orders()).extracting(FileOrder::customerId).containsExactly("17850", "", "a17.0");
    }

    @Test
    void everyFieldOfAGoodLineIsTaken() {
        // When
        var batch = batch(csv(line("category", "Home > Kitchen / Cups", "currency", "gbp", "qty", "2.50")));

        // Then
        Instant time = Instant.parse("2024-03-01T09:00:00Z");
        assertThat(batch.orders())
                .containsExactly(new FileOrder(
                        "1",
                        FileOrder.Kind.SALE,
                        time,
                        "ada",
                        "France",
                        "GBP",
                        "",
                        List.of(new FileOrder.Line(2, "A", new BigDecimal("2.5"), new BigDecimal("1.5")))));
        assertThat(batch.customers()).containsExactly(new FileCustomer("ada", "Ada", "ada@example.org", "France"));
        assertThat(batch.products().get(0).categoryPath().orElseThrow())
                .isEqualTo(new FileProduct.Told<>(List.of("Home", "Kitchen", "Cups"), time));
    }
}
