package io.smartcrm.customer.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BinaryCopyTest {
    @Inject
    AgroalDataSource database;

    @Test
    void everyDecimalComesBackExactlyWithItsScale() throws Exception {
        // Given
        List<BigDecimal> values = decimals();

        try (Connection connection = database.getConnection()) {
            execute(connection, "create temporary table copied (id int, value numeric)");

            // When
            try (var copy = new BinaryCopy(connection, "copy copied from stdin (format binary)")) {
                for (int i = 0; i < values.size(); i++) {
                    copy.row(2).integer(i).numeric(values.get(i));
                }
                copy.finish();
            }

            // Then
            List<BigDecimal> stored = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select value from copied order by id")) {
                while (rows.next()) {
                    stored.add(rows.getBigDecimal(1));
                }
            }
            execute(connection, "drop table copied");
            assertThat(stored).isEqualTo(values);
        }
    }

    @Test
    void textsTimesIdsAndNothingComeBack() throws Exception {
        // Given
        var id = new UUID(1, -2);
        String text = "Größe 中 " + "x".repeat(200_000);
        var time = Instant.parse("1999-12-31T23:59:59.000001Z");

        try (Connection connection = database.getConnection()) {
            execute(
                    connection,
                    "create temporary table copied (id uuid, other uuid, words text, time timestamptz, big bigint)");

            // When
            try (var copy = new BinaryCopy(connection, "copy copied from stdin (format binary)")) {
                copy.row(5)
                        .uuid(id)
                        .uuid(Optional.empty())
                        .text(text)
                        .time(time)
                        .bigint(Long.MIN_VALUE);
                copy.finish();
            }

            // Then
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from copied")) {
                row.next();
                assertThat(row.getObject(1, UUID.class)).isEqualTo(id);
                assertThat(row.getObject(2)).isNull();
                assertThat(row.getString(3)).isEqualTo(text);
                assertThat(row.getObject(4, OffsetDateTime.class).toInstant()).isEqualTo(time);
                assertThat(row.getLong(5)).isEqualTo(Long.MIN_VALUE);
            }
            execute(connection, "drop table copied");
        }
    }

    @Test
    void bytesAndArraysComeBack() throws Exception {
        // Given
        byte[] bytes = {0, -1, 92, 10};

        try (Connection connection = database.getConnection()) {
            execute(
                    connection,
                    "create temporary table copied (bytes bytea, other bytea, codes bigint[], none bigint[])");

            // When
            try (var copy = new BinaryCopy(connection, "copy copied from stdin (format binary)")) {
                copy.row(4)
                        .bytes(bytes)
                        .bytes(null)
                        .bigints(new long[] {1, Long.MIN_VALUE})
                        .bigints(new long[0]);
                copy.row(4).bytes(new byte[0]).bytes(null).bigints(null).bigints(null);
                copy.finish();
            }

            // Then
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select * from copied where codes is not null")) {
                row.next();
                assertThat(row.getBytes(1)).isEqualTo(bytes);
                assertThat(row.getBytes(2)).isNull();
                assertThat((Long[]) row.getArray(3).getArray()).containsExactly(1L, Long.MIN_VALUE);
                assertThat((Long[]) row.getArray(4).getArray()).isEmpty();
            }
            execute(connection, "drop table copied");
        }
    }

    private static List<BigDecimal> decimals() {
        var random = new Random(9_999);
        List<BigDecimal> values = new ArrayList<>(List.of(
                BigDecimal.ZERO,
                new BigDecimal("0.00"),
                new BigDecimal("0.0001"),
                new BigDecimal("10000"),
                new BigDecimal("-9999.9999"),
                new BigDecimal("100000000"),
                BigDecimal.valueOf(Long.MIN_VALUE, 6)));
        for (int i = 0; i < 5_000; i++) {
            values.add(new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(15))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
        }
        return values;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
