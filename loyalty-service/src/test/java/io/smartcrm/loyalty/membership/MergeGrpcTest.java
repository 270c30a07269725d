package io.smartcrm.loyalty.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.loyalty.PointsCalls;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.PointsTransactionKind;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges as customer-service tells them. */
@QuarkusTest
class MergeGrpcTest {
    private final String loser = UUID.randomUUID().toString();
    private final String winner = UUID.randomUUID().toString();
    private Calls calls;
    private PointsCalls points;

    @BeforeEach
    void aMember() {
        calls = new Calls();
        points = new PointsCalls(calls);
        points.grant(loser, 80);
    }

    @AfterEach
    void close() throws InterruptedException {
        calls.close();
    }

    @Test
    void pointsFollowAMergeAndComeBack() throws Exception {
        // Given
        try (var customers = new OrderTopic()) {
            customers.publish(Customer.newBuilder().setId(loser).setMergedInto(winner));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(available(winner)).isEqualTo(80));

            // When
            customers.publish(Customer.newBuilder().setId(loser));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(available(loser)).isEqualTo(80));
        assertThat(available(winner)).isZero();
        assertThat(points.history(winner))
                .extracting(PointsTransaction::getKind)
                .containsOnly(PointsTransactionKind.POINTS_TRANSACTION_KIND_MERGE);
        assertThat(points.stub()
                        .verifyLedger(VerifyLedgerRequest.getDefaultInstance())
                        .getHolds())
                .isTrue();
    }

    private long available(String customer) {
        return points.account(customer).getAvailable();
    }
}
