package io.smartcrm.recommend.knowledge;

import io.smartcrm.recommend.recognition.Alias;
import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.Fact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes entities and their aliases, in bulk. */
final class EntityTable {
    private static final String PUT = """
        insert into entity (id, type, name) select * from unnest(?::text[], ?::text[], ?::text[]) order by 1
        on conflict (id) do update set name = excluded.name where entity.name <> excluded.name\
        """;
    private static final List<String> COUNT = List.of("""
            update entity set products = coalesce(counted.products, 0)
            from entity as every left join (
                select entity as id, count(distinct product)::integer as products from product_fact group by entity)
                as counted using (id)
            where every.id = entity.id and entity.products <> coalesce(counted.products, 0)\
            """, "delete from entity where products = 0");
    private static final String PUT_ALIASES = """
        insert into entity_alias (entity, words, origin, reliability)
        select alias.* from unnest(?::text[], ?::text[], ?::text[], ?::double precision[])
            as alias (id, words, origin, reliability)
        join entity using (id)
        on conflict (entity, words) do nothing\
        """;
    private static final String BRANDS =
            "select distinct brand from product where brand <> '' order by brand limit 20000";

    private EntityTable() {}

    /** Adds the entities of facts, as they are called last. */
    static void put(Connection connection, Collection<List<Fact>> facts) throws SQLException {
        SortedMap<String, Entity> entities = new TreeMap<>();
        facts.forEach(known -> known.forEach(fact -> entities.put(fact.entity().id(), fact.entity())));
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, connection.createArrayOf("text", entities.keySet().toArray()));
            put.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            entities.values().stream()
                                    .map(entity -> entity.type().name())
                                    .toArray()));
            put.setArray(
                    3,
                    connection.createArrayOf(
                            "text", entities.values().stream().map(Entity::name).toArray()));
            put.executeUpdate();
        }
    }

    /** Counts the products of every entity, and forgets those that have none. */
    static void count(Connection connection) throws SQLException {
        for (String sql : COUNT) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.executeUpdate();
            }
        }
    }

    /** Replaces the aliases of all entities that are there. */
    static void putAliases(Connection connection, List<Alias> aliases) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement("delete from entity_alias");
                PreparedStatement put = connection.prepareStatement(PUT_ALIASES)) {
            clear.executeUpdate();
            put.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            aliases.stream().map(alias -> alias.entity().id()).toArray()));
            put.setArray(
                    2,
                    connection.createArrayOf(
                            "text", aliases.stream().map(Alias::words).toArray()));
            put.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            aliases.stream().map(alias -> alias.origin().name()).toArray()));
            put.setArray(
                    4,
                    connection.createArrayOf(
                            "float8", aliases.stream().map(Alias::reliability).toArray()));
            put.executeUpdate();
        }
    }

    static List<String> recordedBrands(Connection connection) throws SQLException {
        List<String> brands = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(BRANDS);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                brands.add(rows.getString(1));
            }
        }
        return brands;
    }
}
