package io.smartcrm.customer.analysis;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.Cohort;
import io.smartcrm.proto.customer.v1.CustomerAnalysisServiceGrpc;
import io.smartcrm.proto.customer.v1.CustomerAnalysisServiceGrpc.CustomerAnalysisServiceBlockingStub;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisRequest;
import io.smartcrm.proto.customer.v1.ListCohortsRequest;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnalysisGrpcTest {
    private final UUID customer = UUID.randomUUID();
    private final GetCustomerAnalysisRequest request = GetCustomerAnalysisRequest.newBuilder()
            .setCustomerId(customer.toString())
            .build();
    private Calls calls;
    private CustomerAnalysisServiceBlockingStub analyses;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void connect() throws SQLException {
        calls = new Calls();
        analyses = CustomerAnalysisServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
        execute("insert into customer (id, country, create_time, update_time) values (?, 'FR', now(), now())");
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void anOrderIsAnalysedSoonAfterItIsStored() throws SQLException {
        // When
        order();

        // Then
        await().ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(() -> assertThat(analyses.getCustomerAnalysis(request)
                                .getAnalysis()
                                .getOrderCount())
                        .isEqualTo(1));
        assertThat(analyses.getCustomerAnalysis(request).getAnalysis()).satisfies(found -> {
            assertThat(found.getBasketValues(0).getMean()).isEqualTo("25.00");
            assertThat(found.hasCadenceDays()).isFalse();
            assertThat(found.getRefundRate()).isZero();
        });
        assertThat(analyses.listCohorts(ListCohortsRequest.newBuilder()
                                .setFromMonth("2127-05")
                                .setToMonth("2127-05")
                                .build())
                        .getCohortsList())
                .singleElement()
                .extracting(Cohort::getMonth)
                .isEqualTo("2127-05-01");
    }

    @Test
    void ofWhoNeverBoughtThereIsNoAnalysis() {
        // When
        var failure = failureOf(() -> analyses.getCustomerAnalysis(request));

        // Then
        assertThat(failure.reason()).isEqualTo("ANALYSIS_NOT_FOUND");
    }

    @Test
    void anAgentOfAnotherTeamKnowsNothingOfTheCustomer() throws SQLException {
        // Given
        execute("update customer set team = 'south' where id = ?");
        var agent = CustomerAnalysisServiceGrpc.newBlockingStub(calls.as("otto", "agent"));

        // When
        var failure = failureOf(() -> agent.getCustomerAnalysis(request));

        // Then
        assertThat(failure.reason()).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @Test
    void monthsThatAreNoneAreRefusedAndSoAreOtherRoles() {
        // Given
        var wrong = ListCohortsRequest.newBuilder().setFromMonth("May").build();
        var tooMany = ListCohortsRequest.newBuilder()
                .setFromMonth("2000-01")
                .setToMonth("2020-01")
                .build();
        var agent = CustomerAnalysisServiceGrpc.newBlockingStub(calls.as("otto", "agent"));

        // When
        var noMonth = failureOf(() -> analyses.listCohorts(wrong));
        var tooLong = failureOf(() -> analyses.listCohorts(tooMany));
        var denied = failureOf(() -> agent.listCohorts(ListCohortsRequest.getDefaultInstance()));

        // Then
        assertThat(noMonth.violations()).extracting(Failure.Violation::field).containsExactly("fromMonth");
        assertThat(tooLong.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(denied.kind()).isEqualTo(Failure.Kind.DENIED);
    }

    private void order() throws SQLException {
        execute(
                "insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)"
                        + " values (gen_random_uuid(), gen_random_uuid()::text, 'SALE', ?, '2127-05-05T10:00:00Z', 'EUR', 25, 0)");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, customer);
            statement.execute();
        }
    }
}
