package io.smartcrm.loyalty.card;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.OrderTopic.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseChanged;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.proto.loyalty.v1.AssessmentServiceGrpc;
import io.smartcrm.proto.loyalty.v1.GetCustomerValueRequest;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesRequest;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentRequest;
import io.smartcrm.proto.loyalty.v1.GetValueModelRequest;
import io.smartcrm.proto.loyalty.v1.LifecycleRate;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.ListCustomerValuesRequest;
import io.smartcrm.proto.loyalty.v1.LoyaltyAssessment;
import io.smartcrm.proto.loyalty.v1.ValueServiceGrpc;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The card of a customer, made of orders and ratings as they arrive. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentGrpcTest {
    private static final Instant ORDERED = Instant.parse("2011-11-09T12:50:00Z");

    private Calls calls;
    private AssessmentServiceGrpc.AssessmentServiceBlockingStub assessments;

    @BeforeAll
    void connect() {
        calls = new Calls();
        assessments = AssessmentServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
    }

    @AfterAll
    void close() throws InterruptedException {
        calls.close();
    }

    @Test
    void ordersAndRatingsMakeACard() throws Exception {
        // Given
        String customer = UUID.randomUUID().toString();

        // When
        try (var orders = new OrderTopic()) {
            orders.publish(sale(customer, ORDERED));
            orders.publish(sale(customer, ORDERED.plus(Duration.ofDays(10))));
            orders.send(rated(customer, 1));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(assessment(customer).getSatisfaction()).isEqualTo(1));
        LoyaltyAssessment card = assessment(customer);
        assertThat(card.getLifecycleState()).isEqualTo(LifecycleState.LIFECYCLE_STATE_ACTIVE);
        assertThat(card.getLifecycleList()).hasSize(2);
        assertThat(card.getLoyaltyIndex()).isBetween(0.0, 100.0);
        assertThat(card.getNextBestAction().getAction()).isEqualTo("SERVICE_RECOVERY");
        assertThat(card.getMissingList()).extracting("name_").contains("CHURN_SCORE", "PURCHASE_SCORE");
    }

    @Test
    void ratesAddUp() {
        // When
        var rates = assessments.getLifecycleRates(GetLifecycleRatesRequest.getDefaultInstance());

        // Then
        assertThat(rates.getRatesList())
                .allSatisfy(rate -> assertThat(rate.getShare()).isBetween(0.0, 1.0));
        assertThat(rates.getCountsList()).allSatisfy(count -> {
            double perDay = rates.getRatesList().stream()
                    .filter(rate -> rate.getFromState() == count.getState())
                    .mapToDouble(LifecycleRate::getPerDay)
                    .sum();
            assertThat(count.hasExpectedDays()).isEqualTo(count.getLeft() > 0);
            assertThat(perDay * count.getExpectedDays()).isCloseTo(count.hasExpectedDays() ? 1 : 0, within(1e-9));
        });
    }

    @Test
    void whoNeverBoughtHasNoCardAndNoValue() {
        // Given
        String stranger = UUID.randomUUID().toString();
        var values = ValueServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));

        // Then
        assertThat(failureOf(() -> assessment(stranger)).reason()).isEqualTo("LOYALTY_ASSESSMENT_NOT_FOUND");
        assertThat(failureOf(() -> values.getCustomerValue(GetCustomerValueRequest.newBuilder()
                                .setCustomerId(stranger)
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void anAgentSeesOneCustomerButNoLists() {
        // Given
        var values = ValueServiceGrpc.newBlockingStub(calls.as("alex", "agent"));
        var agent = AssessmentServiceGrpc.newBlockingStub(calls.as("alex", "agent"));

        // Then
        assertThat(failureOf(() -> values.listCustomerValues(ListCustomerValuesRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> values.getValueModel(GetValueModelRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> agent.getLifecycleRates(GetLifecycleRatesRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    private LoyaltyAssessment assessment(String customer) {
        return assessments
                .getLoyaltyAssessment(GetLoyaltyAssessmentRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getAssessment();
    }

    private static ProducerRecord<String, byte[]> rated(String customer, int satisfaction) {
        var event = SupportCaseEvent.newBuilder()
                .setSupportCaseChanged(SupportCaseChanged.newBuilder()
                        .setSupportCase(SupportCase.newBuilder()
                                .setId(UUID.randomUUID().toString())
                                .setCustomerId(customer)
                                .setSatisfaction(satisfaction)
                                .setVersion(1)))
                .build();
        var record = new ProducerRecord<>(Topics.SUPPORT_CASES, customer, event.toByteArray());
        new EventHeaders(UUID.randomUUID(), "/customer-service", "test", Instant.now(), Optional.empty())
                .writeTo(record.headers());
        return record;
    }
}
