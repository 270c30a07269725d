package io.smartcrm.recommend.knowledge;

import io.smartcrm.recommend.recognition.Fact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;

/** Writes what products have to do with entities, in bulk. */
final class FactTable {
    private static final String PUT = """
        with told as (
            select * from unnest(?::integer[], ?::text[], ?::text[], ?::real[], ?::text[], ?::text[])
                as fact (product, entity, relation, confidence, evidence, words)),
        gone as (
            delete from product_fact where product = any (?) and not exists (
                select from told where told.product = product_fact.product and told.entity = product_fact.entity
                    and told.relation = product_fact.relation)
            returning product),
        changed as (
            insert into product_fact (product, entity, relation, confidence, evidence, words)
            select * from told order by product, entity, relation
            on conflict (product, entity, relation) do update
            set confidence = excluded.confidence, evidence = excluded.evidence, words = excluded.words
            where abs(product_fact.confidence - excluded.confidence) > 0.005
                or product_fact.evidence <> excluded.evidence
            returning product)
        select count(*) from (select product from gone union select product from changed) as product\
        """;

    private FactTable() {}

    private record Row(int product, Fact fact) {}

    /** Replaces the facts of each product; their entities are there. Says of how many products anything changed. */
    static int put(Connection connection, SortedMap<Integer, List<Fact>> facts) throws SQLException {
        List<Row> rows = new ArrayList<>();
        facts.forEach((product, known) -> known.forEach(fact -> rows.add(new Row(product, fact))));
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, connection.createArrayOf("int4", column(rows, Row::product)));
            put.setArray(
                    2,
                    connection.createArrayOf(
                            "text", column(rows, row -> row.fact().entity().id())));
            put.setArray(
                    3,
                    connection.createArrayOf(
                            "text", column(rows, row -> row.fact().relation().name())));
            put.setArray(4, connection.createArrayOf("float4", column(rows, row ->
                    (float) row.fact().confidence())));
            put.setArray(
                    5,
                    connection.createArrayOf(
                            "text", column(rows, row -> row.fact().evidence().name())));
            put.setArray(
                    6,
                    connection.createArrayOf(
                            "text", column(rows, row -> row.fact().words())));
            put.setArray(7, connection.createArrayOf("int4", facts.keySet().toArray()));
            try (var row = put.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static Object[] column(List<Row> rows, Function<Row, Object> value) {
        return rows.stream().map(value).toArray();
    }
}
