package io.smartcrm.recommend.knowledge;

import io.smartcrm.recommend.recognition.Alias;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the graph. */
final class GraphQuery {
    private static final String ENTITIES = """
        select id, type, name, products from entity
        where (? = '' or type = ?)
            and (? = '' or exists (
                select from entity_alias where entity_alias.entity = entity.id and lower(words) like ?)
                or lower(name) like ?)
            and (products < ? or products = ? and id > ?)
        order by products desc, id limit ?\
        """;
    private static final String ENTITY = "select id, type, name, products from entity where id = ?";
    private static final String ALIASES = """
        select words, origin, reliability from entity_alias where entity = ? order by reliability desc, words limit 100\
        """;
    private static final String RELATIONS = """
        select id, type, name, products, relation, support, lift
        from entity_relation join entity on entity.id = entity_relation.other
        where entity_relation.entity = ? order by support * greatest(ln(lift), 0.01) desc, id limit 50\
        """;
    private static final String FACT = """
        select entity.id, type, entity.name, products, relation, confidence, evidence, words,
            product.number, product.id, coalesce(product.code, ''), coalesce(product.name, '')
        from product_fact join entity on entity.id = product_fact.entity
        join product on product.number = product_fact.product \
        """;
    private static final String OF_ENTITY = FACT
            + "where product_fact.entity = ? and (confidence < ? or confidence = ? and product_fact.product > ?)"
            + " order by confidence desc, product_fact.product limit ?";
    private static final String OF_PRODUCT =
            FACT + "where product.id = ? order by confidence desc, relation, entity.id limit 200";

    private GraphQuery() {}

    static List<KnownEntity> entities(Connection connection, EntityPage page) throws SQLException {
        List<KnownEntity> entities = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(ENTITIES)) {
            String type = page.type().map(EntityType::name).orElse("");
            String beginning = page.beginning().toLowerCase(Locale.ROOT);
            String pattern = beginning.replaceAll("([\\\\%_])", "\\\\$1") + "%";
            read.setString(1, type);
            read.setString(2, type);
            read.setString(3, beginning);
            read.setString(4, pattern);
            read.setString(5, pattern);
            int products = page.after().map(EntityPage.After::products).orElse(Integer.MAX_VALUE);
            read.setInt(6, products);
            read.setInt(7, products);
            read.setString(8, page.after().map(EntityPage.After::id).orElse(""));
            read.setInt(9, page.size());
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    entities.add(entity(rows));
                }
            }
        }
        return entities;
    }

    static Optional<KnownEntity> entity(Connection connection, String id) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(ENTITY)) {
            read.setString(1, id);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(entity(row)) : Optional.empty();
            }
        }
    }

    static List<EntityDetails.Named> aliases(Connection connection, String id) throws SQLException {
        List<EntityDetails.Named> aliases = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(ALIASES)) {
            read.setString(1, id);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    aliases.add(new EntityDetails.Named(
                            rows.getString(1), Alias.Origin.valueOf(rows.getString(2)), rows.getDouble(3)));
                }
            }
        }
        return aliases;
    }

    static List<KnownEntity.Related> relations(Connection connection, String id) throws SQLException {
        List<KnownEntity.Related> relations = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(RELATIONS)) {
            read.setString(1, id);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    relations.add(new KnownEntity.Related(
                            Relation.valueOf(rows.getString(5)), entity(rows), rows.getInt(6), rows.getDouble(7)));
                }
            }
        }
        return relations;
    }

    static List<ProductFact> ofEntity(Connection connection, FactPage page) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(OF_ENTITY)) {
            read.setString(1, page.entity());
            read.setFloat(2, page.confidence());
            read.setFloat(3, page.confidence());
            read.setInt(4, page.product());
            read.setInt(5, page.size());
            return facts(read);
        }
    }

    static List<ProductFact> ofProduct(Connection connection, String productId) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(OF_PRODUCT)) {
            read.setString(1, productId);
            return facts(read);
        }
    }

    static boolean isProduct(Connection connection, String productId) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select from product where id = ? and name is not null")) {
            read.setString(1, productId);
            try (ResultSet row = read.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<ProductFact> facts(PreparedStatement read) throws SQLException {
        List<ProductFact> facts = new ArrayList<>();
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                facts.add(new ProductFact(
                        new ProductFact.Product(
                                rows.getInt(9), rows.getString(10), rows.getString(11), rows.getString(12)),
                        Relation.valueOf(rows.getString(5)),
                        entity(rows),
                        rows.getFloat(6),
                        Fact.Evidence.valueOf(rows.getString(7)),
                        rows.getString(8)));
            }
        }
        return facts;
    }

    private static KnownEntity entity(ResultSet row) throws SQLException {
        return new KnownEntity(row.getString(1), EntityType.valueOf(row.getString(2)), row.getString(3), row.getInt(4));
    }
}
