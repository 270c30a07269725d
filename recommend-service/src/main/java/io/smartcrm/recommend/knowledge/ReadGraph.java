package io.smartcrm.recommend.knowledge;

import io.smartcrm.recommend.graph.Companion;
import io.smartcrm.recommend.graph.ItemEntities;
import io.smartcrm.recommend.graph.Link;
import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Relation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph as models learn it. */
public final class ReadGraph {
    private static final String ENTITIES = "select id, type, name from entity order by id";
    private static final String FACTS = """
        select product, entity, relation, confidence from product_fact order by product, entity, relation\
        """;
    private static final String COMPANIONS = """
        select entity, other, lift from entity_relation where relation = 'GOES_WITH' and lift > 1 order by entity, other\
        """;
    private static final int FETCH = 10_000;

    private ReadGraph() {}

    /**
     * Reads within the connection's transaction.
     *
     * @param products ascending numbers; the place of a product is its item
     */
    public static ItemEntities read(Connection connection, int[] products) throws SQLException {
        List<Entity> entities = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(ENTITIES);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                places.put(rows.getString(1), entities.size());
                entities.add(new Entity(EntityType.valueOf(rows.getString(2)), rows.getString(3)));
            }
        }
        return ItemEntities.of(
                products.length, entities, links(connection, products, places), companions(connection, places));
    }

    private static List<Link> links(Connection connection, int[] products, Map<String, Integer> places)
            throws SQLException {
        List<Link> links = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(FACTS)) {
            read.setFetchSize(FETCH);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    int item = Arrays.binarySearch(products, rows.getInt(1));
                    Integer entity = places.get(rows.getString(2));
                    if (item >= 0 && entity != null) {
                        links.add(new Link(item, entity, Relation.valueOf(rows.getString(3)), rows.getFloat(4)));
                    }
                }
            }
        }
        return links;
    }

    private static List<Companion> companions(Connection connection, Map<String, Integer> places) throws SQLException {
        List<Companion> companions = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(COMPANIONS);
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Integer entity = places.get(rows.getString(1));
                Integer other = places.get(rows.getString(2));
                if (entity != null && other != null) {
                    companions.add(new Companion(entity, other, rows.getFloat(3)));
                }
            }
        }
        return companions;
    }
}
