package io.smartcrm.customer.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What rows hold in each of their columns, as arrays that a statement unnests. */
public final class ColumnArrays<T> {
    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int number;

    /** @param first number of the parameter that takes the first column; the others follow */
    public ColumnArrays(PreparedStatement statement, int first, Collection<T> rows) {
        this.statement = statement;
        this.number = first;
        this.rows = rows;
    }

    /** What a row holds in one column. */
    @FunctionalInterface
    public interface Column<T> {
        @Nullable
        Object of(T row);
    }

    /** @param type of a value, as PostgreSQL calls it */
    public ColumnArrays<T> add(String type, Column<T> column) throws SQLException {
        // Arrays of bytes would be taken for a second dimension.
        @Nullable Object[] values = type.equals("bytea") ? new byte[rows.size()][] : new Object[rows.size()];
        int place = 0;
        for (T row : rows) {
            values[place++] = column.of(row);
        }
        statement.setArray(number++, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
