package io.smartcrm.recommend.knowledge;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Browses the graph. All methods block: call them on a worker thread. */
@ApplicationScoped
class KnowledgeGraph {
    private static final int LONGEST_ID = 200;

    private final AgroalDataSource database;

    KnowledgeGraph(AgroalDataSource database) {
        this.database = database;
    }

    /** Those of most products first. */
    List<KnownEntity> entities(EntityPage page) {
        return with(connection -> GraphQuery.entities(connection, page));
    }

    /** @throws Failure NOT_FOUND when there is no such entity */
    EntityDetails entity(String id) {
        return with(connection -> new EntityDetails(
                known(connection, id), GraphQuery.aliases(connection, id), GraphQuery.relations(connection, id)));
    }

    /**
     * The products of an entity, surest first.
     *
     * @throws Failure NOT_FOUND when there is no such entity
     */
    List<ProductFact> products(FactPage page) {
        return with(connection -> {
            known(connection, page.entity());
            return GraphQuery.ofEntity(connection, page);
        });
    }

    /**
     * The entities of a product, surest first.
     *
     * @throws Failure NOT_FOUND when there is no such product
     */
    List<ProductFact> entitiesOf(String productId) {
        requireId("productId", productId);
        return with(connection -> {
            if (!GraphQuery.isProduct(connection, productId)) {
                throw Failure.notFound("product", productId);
            }
            return GraphQuery.ofProduct(connection, productId);
        });
    }

    private static KnownEntity known(Connection connection, String id) throws SQLException {
        requireId("id", id);
        return GraphQuery.entity(connection, id).orElseThrow(() -> Failure.notFound("entity", id));
    }

    private static void requireId(String field, String id) {
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw Failure.invalid(field, "an id has 1 to " + LONGEST_ID + " characters, not " + id.length());
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T with(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("the knowledge graph could not be read from the database", failed);
        }
    }
}
