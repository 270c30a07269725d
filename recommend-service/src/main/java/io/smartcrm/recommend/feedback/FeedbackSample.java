package io.smartcrm.recommend.feedback;

import io.smartcrm.recommend.collaborative.Events;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * All pairs of customer and product with a net quantity, or the latest of them where there are too many. Items are the
 * positions in {@link #products()}.
 */
public final class FeedbackSample {
    private static final String COUNT = "select coalesce(sum(cardinality(products)), 0) from learnable_purchase";
    // Below a millionth a net quantity is rounding, not goods.
    private static final String READ = """
            select customer, line.product, sum(line.quantity),
                cast(extract(epoch from max(order_time) filter (where line.quantity > 0)) as bigint) as last_time
            from learnable_purchase, unnest(products, quantities) as line (product, quantity)
            group by customer, line.product having sum(line.quantity) > 0.000001""";
    private static final String LATEST_FIRST = " order by last_time desc, customer, line.product limit ?";
    private static final int FETCH = 20_000;

    private final Events events;
    private final int[] products;
    private final long lines;

    private FeedbackSample(Events events, int[] products, long lines) {
        this.events = events;
        this.products = products;
        this.lines = lines;
    }

    /**
     * Reads within the connection's transaction, 36 bytes of memory a pair at most.
     *
     * @param limit most pairs to take, at least 1
     */
    public static FeedbackSample read(Connection connection, int limit) throws SQLException {
        long lines = lines(connection);
        // Sorting is needed, and paid for, only where something must be left out.
        String sql = lines > limit ? READ + LATEST_FIRST : READ;
        int[] customer = new int[(int) Math.min(lines, limit)];
        int[] product = new int[customer.length];
        float[] quantity = new float[customer.length];
        long[] time = new long[customer.length];
        int size = 0;
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            if (lines > limit) {
                read.setInt(1, limit);
            }
            read.setFetchSize(FETCH);
            try (ResultSet rows = read.executeQuery()) {
                while (size < customer.length && rows.next()) {
                    customer[size] = rows.getInt(1);
                    product[size] = rows.getInt(2);
                    quantity[size] = (float) Math.min(rows.getDouble(3), Float.MAX_VALUE);
                    time[size] = rows.getLong(4);
                    size++;
                }
            }
        }
        int[] customers = distinct(customer, size);
        int[] products = distinct(product, size);
        Events events = Events.of(
                customers.length,
                products.length,
                positions(customer, size, customers),
                positions(product, size, products),
                Arrays.copyOf(time, size),
                Arrays.copyOf(quantity, size));
        return new FeedbackSample(events, products, lines);
    }

    private static long lines(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT);
                ResultSet row = count.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static int[] distinct(int[] numbers, int size) {
        return Arrays.stream(numbers, 0, size).sorted().distinct().toArray();
    }

    private static int[] positions(int[] numbers, int size, int[] distinct) {
        return Arrays.stream(numbers, 0, size)
                .map(number -> Arrays.binarySearch(distinct, number))
                .toArray();
    }

    public Events events() {
        return events;
    }

    /** Numbers of the products in ascending order. */
    public int[] products() {
        return products.clone();
    }

    /** Order lines the pairs were made of. */
    public long lines() {
        return lines;
    }
}
