package io.smartcrm.recommend.experiment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who was given which variant, and what these bought, in the database. */
final class ExposureTable {
    // Of somebody erased since then nothing is kept.
    private static final String ADD = """
        insert into exposure (experiment, customer_id, variant, first_time)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
            as seen (experiment, customer_id, variant, first_time)
        where not exists (select from erased_customer where erased_customer.customer_id = seen.customer_id)
        order by experiment, customer_id, first_time
        on conflict do nothing\
        """;
    // Refunds are no purchases: at least one line is above zero.
    private static final String COUNT = """
        select variant, count(*), count(*) filter (where exists (
            select from customer join purchase on purchase.customer = customer.number
            where customer.id = exposure.customer_id and purchase.order_time >= exposure.first_time
                and purchase.order_time < coalesce(experiment.stop_time, 'infinity')
                and 0 < any (purchase.quantities)))
        from exposure join experiment on experiment.id = exposure.experiment
        where experiment.id = ? group by variant\
        """;

    private ExposureTable() {}

    /** Adds those that are the first of their customer. */
    static void add(Connection connection, List<Exposure> exposures) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            add.setArray(1, connection.createArrayOf("uuid", column(exposures, Exposure::experiment)));
            add.setArray(2, connection.createArrayOf("text", column(exposures, Exposure::customerId)));
            add.setArray(3, connection.createArrayOf("text", column(exposures, Exposure::variant)));
            add.setArray(
                    4,
                    connection.createArrayOf(
                            "timestamptz",
                            column(exposures, exposure -> exposure.time().toString())));
            add.executeUpdate();
        }
    }

    private static Object[] column(List<Exposure> exposures, Function<Exposure, Object> value) {
        return exposures.stream().map(value).toArray();
    }

    /** One result a variant, in their order. */
    static List<VariantResult> results(Connection connection, Experiment experiment) throws SQLException {
        Map<String, Conversion> counted = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(COUNT)) {
            read.setObject(1, experiment.id());
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    counted.put(rows.getString(1), new Conversion(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        List<VariantResult> results = new ArrayList<>();
        for (Variant variant : experiment.variants()) {
            Conversion own = counted.getOrDefault(variant.name(), Conversion.NOBODY);
            Optional<Comparison> comparison =
                    results.stream().findFirst().map(control -> Comparison.of(control.conversion(), own));
            results.add(new VariantResult(variant, own, comparison));
        }
        return results;
    }
}
