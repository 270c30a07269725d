package io.smartcrm.recommend.feedback;

import io.smartcrm.recommend.collaborative.Events;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * What customers bought and did not give back: one event for a customer, a product and a time, or the latest of them
 * where there are too many. A pair's quantities add up to what the customer has. Items are the positions in {@link
 * #products()}.
 */
public final class FeedbackSample {
    private static final String COUNT = "select coalesce(sum(cardinality(products)), 0) from learnable_purchase";
    // Below a millionth a net quantity is rounding, not goods.
    private static final String READ = """
            select customer, product, quantity * net / gross, cast(extract(epoch from order_time) as bigint) as time
            from (
                select customer, line.product, order_time, sum(line.quantity) as quantity,
                    sum(sum(line.quantity)) over pair as net,
                    sum(greatest(sum(line.quantity), 0)) over pair as gross
                from learnable_purchase, unnest(products, quantities) as line (product, quantity)
                group by customer, line.product, order_time
                window pair as (partition by customer, line.product)) as line
            where quantity > 0 and net > 0.000001""";
    private static final String LATEST_FIRST = " order by time desc, customer, product limit ?";
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
     * Reads within the connection's transaction, 36 bytes of memory an event at most.
     *
     * @param limit most events to take, at least 1
     * @param others products to number too, although nobody may have bought them
     */
    public static FeedbackSample read(Connection connection, int limit, Collection<Integer> others)
            throws SQLException {
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
                    quantity[size] = (float) Math.min(Math.max(rows.getDouble(3), 1e-6), Float.MAX_VALUE);
                    time[size] = rows.getLong(4);
                    size++;
                }
            }
        }
        int[] customers = Arrays.stream(customer, 0, size).sorted().distinct().toArray();
        int[] products = IntStream.concat(
                        Arrays.stream(product, 0, size), others.stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct()
                .toArray();
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

    /** Order lines the events were made of. */
    public long lines() {
        return lines;
    }
}
