package io.smartcrm.loyalty.valuation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Rows of customer_value_next by COPY. */
final class ValueRows implements AutoCloseable {
    private static final String STATEMENT = """
            copy customer_value_next (customer_id, repeats, last_day, length_days, currency_code, historic_minor_units,
                mean_minor_units, alive, expected_purchases, expected_amount, expected_value) from stdin""";
    private static final int FLUSH = 1 << 16;
    private static final String NULL = "\\N";

    private final PGCopyOutputStream copy;
    private final StringBuilder buffer = new StringBuilder(FLUSH + 512);

    ValueRows(Connection connection) throws SQLException {
        copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), STATEMENT);
    }

    /** @param amount NaN when it is not known; then value is not either */
    void write(PurchaseHistory history, int i, double alive, double purchases, double amount, double value)
            throws IOException {
        buffer.append(history.customer(i))
                .append('\t')
                .append(history.repeats(i))
                .append('\t')
                .append(history.lastDay(i))
                .append('\t')
                .append(history.lengthDays(i))
                .append('\t')
                .append(history.currency(i))
                .append('\t')
                .append(history.historic(i))
                .append('\t');
        number(history.mean(i))
                .append('\t')
                .append(alive)
                .append('\t')
                .append(purchases)
                .append('\t');
        number(amount).append('\t');
        if (Double.isNaN(value)) {
            buffer.append(NULL);
        } else {
            buffer.append(Math.round(value));
        }
        buffer.append('\n');
        if (buffer.length() > FLUSH) {
            flush();
        }
    }

    private StringBuilder number(double value) {
        return Double.isNaN(value) ? buffer.append(NULL) : buffer.append(value);
    }

    private void flush() throws IOException {
        copy.write(buffer.toString().getBytes(UTF_8));
        buffer.setLength(0);
    }

    void finish() throws IOException, SQLException {
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws IOException {
        copy.close();
    }
}
