package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
    @TempDir
    Path folder;

    @Test
    void cellsAreQuotedOnlyWhereTheyMustBe() throws IOException {
        // Given
        Path file = folder.resolve("rows.csv");

        // When
        try (Rows rows = Rows.create(file, List.of("a", "b"))) {
            rows.row("plain", "one, two");
            rows.row("12\" plate", "林小舟");
            rows.row("", "x".repeat(70_000));
        }

        // Then
        assertThat(file)
                .content()
                .isEqualTo("a,b\nplain,\"one, two\"\n\"12\"\" plate\",林小舟\n," + "x".repeat(70_000) + "\n");
    }

    @Test
    void moneyAndTimeAreWrittenAsTheWorldReadsThem() {
        assertThat(Rows.money(1205)).isEqualTo("12.05");
        assertThat(Rows.money(-99)).isEqualTo("-0.99");
        assertThat(Rows.time(OffsetDateTime.parse("2024-03-05T07:08:09+01:00"))).isEqualTo("2024-03-05T07:08:09+01:00");
        assertThat(Rows.time(OffsetDateTime.parse("2024-03-05T07:08:09Z"))).isEqualTo("2024-03-05T07:08:09Z");
    }

    @Test
    void jsonTextIsEscaped() {
        assertThat(Json.of(Fields.of("a", "say \"no\"\n\\", "b", List.<Object>of(1, true), "c", Fields.of())))
                .isEqualTo("{\"a\":\"say \\\"no\\\"\\u000a\\\\\",\"b\":[1,true],\"c\":{}}");
    }
}
