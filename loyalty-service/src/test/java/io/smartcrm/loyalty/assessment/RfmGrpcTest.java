package io.smartcrm.loyalty.assessment;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.OrderTopic.euros;
import static io.smartcrm.loyalty.OrderTopic.refund;
import static io.smartcrm.loyalty.OrderTopic.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.loyalty.v1.GetRfmScoreRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmScoresResponse;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsRequest;
import io.smartcrm.proto.loyalty.v1.ListRfmSegmentsResponse;
import io.smartcrm.proto.loyalty.v1.RfmScore;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.loyalty.v1.RfmServiceGrpc;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RfmGrpcTest {
    /** No order of these tests is later, so recency counts back from here. */
    private static final Instant LATEST = Instant.parse("2011-12-09T12:50:00Z");

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private Calls calls;
    private OrderTopic orders;
    private RfmServiceGrpc.RfmServiceBlockingStub rfm;

    @BeforeAll
    void publishAShop() throws ExecutionException, InterruptedException {
        calls = new Calls();
        orders = new OrderTopic();
        rfm = RfmServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        orders.publish(sale("", LATEST));
        for (int customer = 0; customer < 23; customer++) {
            String id = UUID.randomUUID().toString();
            for (int order = 0; order <= customer % 5; order++) {
                orders.publish(sale(id, LATEST.minus(Duration.ofDays(10L * customer + order))));
            }
        }
        awaitCurrent();
    }

    @AfterAll
    void close() throws InterruptedException {
        orders.close();
        calls.close();
    }

    @Test
    void whatACustomerBoughtIsScored() throws ExecutionException, InterruptedException {
        // Given
        String customer = newCustomer();
        Instant tenDaysAgo = LATEST.minus(Duration.ofDays(10));
        // When
        orders.publish(sale(customer, tenDaysAgo));
        orders.publish(sale(customer, tenDaysAgo.minus(Duration.ofDays(5))).setTotal(euros(2550)));
        orders.publish(refund(customer, LATEST.minus(Duration.ofDays(1)), -550));
        orders.publish(sale(customer, LATEST).setKind(OrderKind.ORDER_KIND_ADJUSTMENT));
        // Then
        awaitCurrent();
        RfmScore score = get(customer);
        assertThat(score.getFrequency()).isEqualTo(2);
        assertThat(score.getRecencyDays()).isEqualTo(10);
        assertThat(score.getMonetary()).isEqualTo(euros(3000));
        assertThat(score.getLastOrderTime().getSeconds()).isEqualTo(tenDaysAgo.getEpochSecond());
        assertThat(score.getScoreTime().getSeconds()).isEqualTo(LATEST.getEpochSecond());
        assertThat(score.getCode())
                .isEqualTo("" + score.getRecencyScore() + score.getFrequencyScore() + score.getMonetaryScore());
        assertThat(score.getSegment()).isNotEqualTo(RfmSegment.RFM_SEGMENT_UNSPECIFIED);
    }

    @Test
    void duplicatesAndReorderedVersionsCountOnce() throws ExecutionException, InterruptedException {
        // Given
        String customer = newCustomer();
        Order.Builder first = sale(customer, LATEST);
        Order.Builder second = first.clone().setVersion(2).setTotal(euros(777));
        UUID eventId = UUID.randomUUID();
        // When
        orders.publish(eventId, second);
        orders.publish(first);
        orders.publish(eventId, second);
        orders.publish(second);
        // Then
        awaitScore(customer, 1, 777);
    }

    @Test
    void aRefundBeforeItsOrderIsTakenOffLater() throws ExecutionException, InterruptedException {
        // Given
        String customer = newCustomer();
        orders.publish(refund(customer, LATEST, -250));
        awaitCurrent();
        assertThat(failureOf(() -> get(customer)).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        // When
        orders.publish(sale(customer, LATEST.minusSeconds(60)));
        // Then
        awaitScore(customer, 1, 750);
    }

    @Test
    void aGuestWhoIsNamedLaterIsScored() throws ExecutionException, InterruptedException {
        // Given
        String customer = newCustomer();
        Order.Builder guest = sale("", LATEST);
        orders.publish(guest);
        // When
        orders.publish(guest.clone().setCustomerId(customer).setVersion(2));
        // Then
        awaitScore(customer, 1, 1000);
    }

    @Test
    void whatCannotBeReadHoldsNobodyUp() throws ExecutionException, InterruptedException {
        // Given
        String customer = newCustomer();
        orders.send(new ProducerRecord<>(Topics.ORDERS, customer, new byte[] {1, 2, 3}));
        orders.publish(sale(customer, LATEST).setId("not a uuid"));
        orders.publish(sale(customer, LATEST).clearOrderTime());
        // When
        orders.publish(sale(customer, LATEST));
        // Then
        awaitScore(customer, 1, 1000);
    }

    @Test
    void theReadModelSaysThatItIsCurrent() {
        // When
        awaitCurrent();
        // Then
        GetReadModelResponse readModel = readModel();
        assertThat(readModel.getService()).isEqualTo("loyalty-service");
        assertThat(readModel.getDerivedTime().getSeconds())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").getEpochSecond());
    }

    @Test
    void pagesListEveryCustomerOnceInOrder() {
        // When
        List<RfmScore> all = listAll(ListRfmScoresRequest.newBuilder().setPageSize(7));
        // Then
        assertThat(all).hasSizeGreaterThanOrEqualTo(23);
        assertThat(all.stream().map(RfmScore::getCustomerId)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void segmentsAddUpToTheirCustomers() {
        // When
        ListRfmSegmentsResponse segments = rfm.listRfmSegments(ListRfmSegmentsRequest.getDefaultInstance());
        // Then
        assertThat(segments.getScoreTime().getSeconds()).isEqualTo(LATEST.getEpochSecond());
        assertThat(segments.getSegmentsList()).hasSizeGreaterThan(3).allSatisfy(segment -> {
            List<RfmScore> members =
                    listAll(ListRfmScoresRequest.newBuilder().setPageSize(5).setSegment(segment.getSegment()));
            assertThat(members).allMatch(score -> score.getSegment() == segment.getSegment());
            assertThat(segment.getCustomers()).isEqualTo(members.size());
            assertThat(segment.getMonetary(0))
                    .isEqualTo(euros(members.stream()
                            .mapToLong(score -> score.getMonetary().getMinorUnits())
                            .sum()));
            assertThat(segment.getMeanFrequency())
                    .isEqualTo(members.stream()
                            .mapToLong(RfmScore::getFrequency)
                            .average()
                            .orElseThrow());
        });
    }

    @Test
    void aPageTokenOfAnotherSegmentIsRefused() {
        // Given
        String token = rfm.listRfmScores(
                        ListRfmScoresRequest.newBuilder().setPageSize(1).build())
                .getNextPageToken();
        // When
        Failure failure = failureOf(() -> rfm.listRfmScores(ListRfmScoresRequest.newBuilder()
                .setPageToken(token)
                .setSegment(RfmSegment.RFM_SEGMENT_LOST)
                .build()));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("pageToken"));
    }

    @ParameterizedTest(name = "page size {0}")
    @ValueSource(ints = {-1, 501})
    void aPageSizeOutOfRangeIsRefused(int size) {
        // When
        Failure failure = failureOf(() -> rfm.listRfmScores(
                ListRfmScoresRequest.newBuilder().setPageSize(size).build()));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations().get(0).field()).isEqualTo("pageSize");
    }

    @Test
    void aSegmentOfALaterVersionIsRefused() {
        // When
        Failure failure = failureOf(() -> rfm.listRfmScores(
                ListRfmScoresRequest.newBuilder().setSegmentValue(99).build()));
        // Then
        assertThat(failure.violations().get(0).field()).isEqualTo("segment");
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        // When
        Failure failure = failureOf(() -> get(newCustomer()));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("RFM_SCORE_NOT_FOUND");
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "17850", "1-1-1-1-1", "not-a-uuid-but-just-as-long-as-one!!"})
    void aMalformedCustomerIdIsRefused(String id) {
        // When
        Failure failure = failureOf(() -> get(id));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations().get(0).field()).isEqualTo("customerId");
    }

    @Test
    void withoutATokenNothingIsSaid() {
        // Given
        Channel anonymous = calls.anonymous();
        // When
        Failure failure = failureOf(() ->
                RfmServiceGrpc.newBlockingStub(anonymous).listRfmSegments(ListRfmSegmentsRequest.getDefaultInstance()));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void anAgentSeesOneCustomerButNoLists() {
        // Given
        var agent = RfmServiceGrpc.newBlockingStub(calls.as("alex", "agent"));
        String known = rfm.listRfmScores(ListRfmScoresRequest.getDefaultInstance())
                .getScores(0)
                .getCustomerId();
        // When
        Failure list = failureOf(() -> agent.listRfmScores(ListRfmScoresRequest.getDefaultInstance()));
        Failure segments = failureOf(() -> agent.listRfmSegments(ListRfmSegmentsRequest.getDefaultInstance()));
        // Then
        assertThat(list.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(segments.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(agent.getRfmScore(GetRfmScoreRequest.newBuilder()
                                .setCustomerId(known)
                                .build())
                        .getScore()
                        .getCustomerId())
                .isEqualTo(known);
    }

    @Test
    void aUserWithoutARoleSeesNothing() {
        // Given
        var nobody = RfmServiceGrpc.newBlockingStub(calls.as("nina"));
        // When
        Failure failure = failureOf(() -> nobody.getRfmScore(
                GetRfmScoreRequest.newBuilder().setCustomerId(newCustomer()).build()));
        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
    }

    private List<RfmScore> listAll(ListRfmScoresRequest.Builder request) {
        List<RfmScore> all = new ArrayList<>();
        ListRfmScoresResponse page;
        do {
            page = rfm.listRfmScores(request.build());
            assertThat(page.getScoresCount()).isLessThanOrEqualTo(request.getPageSize());
            all.addAll(page.getScoresList());
            request.setPageToken(page.getNextPageToken());
        } while (!page.getNextPageToken().isEmpty());
        return all;
    }

    private RfmScore get(String customer) {
        return rfm.getRfmScore(
                        GetRfmScoreRequest.newBuilder().setCustomerId(customer).build())
                .getScore();
    }

    private GetReadModelResponse readModel() {
        return ReadModelServiceGrpc.newBlockingStub(calls.as("mara", "marketer"))
                .getReadModel(GetReadModelRequest.getDefaultInstance());
    }

    /** From here on every event published before is in the scores. */
    private void awaitCurrent() {
        await().atMost(DEADLINE)
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .untilAsserted(() -> assertThat(readModel().getCurrent()).isTrue());
    }

    private void awaitScore(String customer, long frequency, long cents) {
        awaitCurrent();
        RfmScore score = get(customer);
        assertThat(score.getFrequency()).isEqualTo(frequency);
        assertThat(score.getMonetary()).isEqualTo(euros(cents));
    }

    private static String newCustomer() {
        return UUID.randomUUID().toString();
    }
}
