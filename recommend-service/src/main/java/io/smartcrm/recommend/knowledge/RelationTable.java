package io.smartcrm.recommend.knowledge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Derives what entities have to do with each other. */
final class RelationTable {
    private static final String CLEAR = "delete from entity_relation where relation = ?";
    private static final String PART_OF = """
        insert into entity_relation (entity, relation, other, support, lift)
        select narrow.entity, 'PART_OF', wide.entity, count(*), 1
        from product_fact as narrow join product_fact as wide using (product)
        where narrow.relation = 'IS_A' and narrow.evidence = 'RECORD' and wide.relation = 'PART_OF'
            and narrow.entity <> wide.entity
        group by narrow.entity, wide.entity\
        """;
    // Kinds of things, not products: of these there are few, and an order names each once. Above 5 orders and 1.2 times
    // chance a pair is more than an accident.
    private static final String GOES_WITH = """
        insert into entity_relation (entity, relation, other, support, lift)
        with latest as (
            select order_id, products from purchase where cardinality(products) > 1 order by order_time desc limit ?),
        kind as (
            select distinct latest.order_id, fact.entity
            from latest, unnest(latest.products) as line (product)
            join product_fact as fact on fact.product = line.product and fact.relation = 'IS_A'),
        single as (select entity, count(*) as orders from kind group by entity),
        pair as (
            select one.entity, other.entity as other, count(*) as orders
            from kind as one join kind as other using (order_id)
            where one.entity <> other.entity group by one.entity, other.entity having count(*) >= 5),
        judged as (
            select pair.entity, pair.other, pair.orders,
                pair.orders * (select count(*) from latest)::double precision / (one.orders * other.orders) as lift
            from pair join single as one using (entity) join single as other on other.entity = pair.other),
        ranked as (
            select *, row_number() over (partition by entity order by orders * ln(lift) desc, other) as place
            from judged where lift > 1.2)
        select entity, 'GOES_WITH', other, orders, lift from ranked where place <= 10\
        """;

    private RelationTable() {}

    /** Which categories are parts of which, as the products of both say. */
    static void partOf(Connection connection) throws SQLException {
        clear(connection, "PART_OF");
        try (PreparedStatement add = connection.prepareStatement(PART_OF)) {
            add.executeUpdate();
        }
    }

    /** Which kinds of things are bought in one order more often than by chance, ten of each at most. */
    static void goesWith(Connection connection, int orders) throws SQLException {
        clear(connection, "GOES_WITH");
        try (PreparedStatement add = connection.prepareStatement(GOES_WITH)) {
            add.setInt(1, orders);
            add.executeUpdate();
        }
    }

    private static void clear(Connection connection, String relation) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement(CLEAR)) {
            clear.setString(1, relation);
            clear.executeUpdate();
        }
    }
}
