package io.smartcrm.customer.listing;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * A select statement put together from the conditions that a list needs, so that the database plans for these conditions
 * and values alone and finds its index.
 */
public final class KeysetSelect {
    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();
    private String conjunction = " where ";

    /** @param select columns and table, without conditions */
    public KeysetSelect(String select) {
        this.sql = new StringBuilder(select);
    }

    /** Adds a condition; each question mark in it stands for one of the values, in their order. */
    public KeysetSelect where(String condition, Object... values) {
        sql.append(conjunction);
        conjunction = " and ";
        int done = 0;
        for (Object value : values) {
            int mark = condition.indexOf('?', done) + 1;
            parameters.add(value);
            sql.append(condition, done, mark).append(parameters.size());
            done = mark;
        }
        sql.append(condition, done, condition.length());
        return this;
    }

    /** Goes on with text as it is, such as the next branch of a union; the next condition is the first one again. */
    public KeysetSelect then(String text) {
        sql.append(text);
        conjunction = " where ";
        return this;
    }

    /** Ends the statement with its order and the number of rows of a page and one more, see {@link Page#of}. */
    public KeysetSelect page(String order, int size) {
        parameters.add(size + 1);
        sql.append(" order by ").append(order).append(" limit ?").append(parameters.size());
        return this;
    }

    /** Runs the statement. */
    public <T> Uni<List<T>> run(Mutiny.Session session, Class<T> row) {
        var query = session.createNativeQuery(sql.toString(), row);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query.getResultList();
    }

    /** With parameters as {@code ?1}, {@code ?2} ... */
    public String sql() {
        return sql.toString();
    }

    public List<Object> parameters() {
        return List.copyOf(parameters);
    }
}
