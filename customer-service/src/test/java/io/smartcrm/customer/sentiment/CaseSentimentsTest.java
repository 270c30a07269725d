package io.smartcrm.customer.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each in a transaction that is undone. */
@QuarkusTest
class CaseSentimentsTest {
    private final CaseSentiments sentiments = new CaseSentiments();
    private final SentimentHolding holding = new SentimentHolding();
    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID supportCase = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void undo() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void theToneOfACaseIsTheMeanOfItsMessages() throws SQLException {
        // When
        sentiments.hear(connection, supportCase, ann, "this is the worst service, I am very disappointed");
        double angry = score(ann);
        sentiments.hear(connection, supportCase, ann, "非常感谢，客服很好，我很满意");

        // Then
        assertThat(angry).isLessThan(-0.5);
        assertThat(score(ann)).isBetween(-0.5, 0.5);
        assertThat(exported(ann))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("messages", 2)
                        .containsEntry("caseId", supportCase.toString()));
    }

    @Test
    void theToneGoesWhereTheCaseGoes() throws SQLException {
        // Given
        sentiments.hear(connection, supportCase, ann, "great service");

        // When
        List<String> moved = holding.carryOver(connection, ann, bob);
        List<Map<String, Object>> ofBob = exported(bob);
        holding.bringBack(connection, ann, bob, moved);

        // Then
        assertThat(ofBob).hasSize(1);
        assertThat(exported(ann)).hasSize(1);
        assertThat(holding.erase(connection, ann)).isEqualTo(1);
        assertThat(exported(ann)).isEmpty();
    }

    private double score(UUID customer) throws SQLException {
        return Double.parseDouble(String.valueOf(exported(customer).get(0).get("score")));
    }

    private List<Map<String, Object>> exported(UUID customer) throws SQLException {
        List<Map<String, Object>> records = new ArrayList<>();
        holding.export(connection, customer, records::add);
        return records;
    }
}
