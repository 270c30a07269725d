package io.smartcrm.loyalty.privacy;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.OrderTopic.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.proto.customer.v1.ErasureEvent;
import io.smartcrm.proto.customer.v1.ErasureRequested;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.ProcessingLimitsChanged;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreRequest;
import io.smartcrm.proto.loyalty.v1.RfmServiceGrpc;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PrivacyTest {
    private static final Instant ORDERED = Instant.parse("2011-11-09T12:50:00Z");

    private final String customer = UUID.randomUUID().toString();
    private Calls calls;
    private OrderTopic orders;

    @BeforeEach
    void aScoredCustomer() throws Exception {
        calls = new Calls();
        orders = new OrderTopic();
        orders.publish(sale(customer, ORDERED));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(scored()).isTrue());
    }

    @AfterEach
    void close() throws InterruptedException {
        orders.close();
        calls.close();
    }

    @Test
    void whoIsRestrictedHasNoScoreUntilTheRestrictionEnds() throws Exception {
        // Given
        send(
                Topics.LIMITS,
                PrivacyEvent.newBuilder()
                        .setProcessingLimitsChanged(ProcessingLimitsChanged.newBuilder()
                                .setLimits(ProcessingLimits.newBuilder()
                                        .setCustomerId(customer)
                                        .setRestricted(true)))
                        .build());
        awaitCurrent();
        boolean scoredWhileRestricted = scored();
        // When
        send(Topics.LIMITS, null);
        awaitCurrent();
        // Then
        assertThat(scoredWhileRestricted).isFalse();
        assertThat(scored()).isTrue();
    }

    @Test
    void whoIsErasedStaysErasedWhenFactsAreReadAgain() throws Exception {
        // Given
        assertThat(held()).extracting(ExportPersonalDataResponse::getPart).contains("activity", "rfm-score");
        send(
                Topics.ERASURES,
                ErasureEvent.newBuilder()
                        .setErasureRequested(ErasureRequested.newBuilder()
                                .setErasureId(UUID.randomUUID().toString())
                                .setCustomerId(customer))
                        .build());
        awaitCurrent();
        await().untilAsserted(() -> assertThat(held()).isEmpty());
        // When
        orders.publish(sale(customer, ORDERED));
        awaitCurrent();
        // Then
        assertThat(scored()).isFalse();
        assertThat(held()).isEmpty();
    }

    @Test
    void onlyAdministratorsAndAgentsGetWhatIsHeld() {
        for (String role : List.of("analyst", "marketer", "integrator")) {
            // Given
            var stub = PersonalDataServiceGrpc.newBlockingStub(calls.as("rita", role));
            // When
            var failure = failureOf(() -> stub.exportPersonalData(request()).hasNext());
            // Then
            assertThat(failure.kind()).as(role).isEqualTo(Failure.Kind.DENIED);
        }
    }

    private boolean scored() {
        try {
            RfmServiceGrpc.newBlockingStub(calls.as("mara", "marketer"))
                    .getRfmScore(GetRfmScoreRequest.newBuilder()
                            .setCustomerId(customer)
                            .build());
            return true;
        } catch (StatusRuntimeException absent) {
            assertThat(Failure.of(absent).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
            return false;
        }
    }

    private List<ExportPersonalDataResponse> held() {
        List<ExportPersonalDataResponse> records = new ArrayList<>();
        PersonalDataServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .exportPersonalData(request())
                .forEachRemaining(records::add);
        return records.stream().filter(ExportPersonalDataResponse::hasRecord).toList();
    }

    private ExportPersonalDataRequest request() {
        return ExportPersonalDataRequest.newBuilder().setCustomerId(customer).build();
    }

    private void awaitCurrent() {
        var models = ReadModelServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(models.getReadModel(GetReadModelRequest.getDefaultInstance())
                                .getCurrent())
                        .isTrue());
    }

    private void send(String topic, @Nullable Message message) throws Exception {
        var record = new ProducerRecord<>(topic, customer, message == null ? null : message.toByteArray());
        new EventHeaders(UUID.randomUUID(), "/customer-service", "test", Instant.now(), Optional.empty())
                .writeTo(record.headers());
        orders.send(record);
    }
}
