package io.smartcrm.customer.interaction;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeliveryReport;
import io.smartcrm.proto.customer.v1.GetInteractionRequest;
import io.smartcrm.proto.customer.v1.Identification;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.InteractionDirection;
import io.smartcrm.proto.customer.v1.InteractionDraft;
import io.smartcrm.proto.customer.v1.InteractionEvent;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc.InteractionServiceBlockingStub;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.ListTimelineRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.RecordInteractionsResult;
import io.smartcrm.proto.customer.v1.RecordStatus;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.proto.customer.v1.ReportDeliveriesResult;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.customer.v1.TimelineEntry;
import io.smartcrm.proto.customer.v1.TimelineKind;
import io.smartcrm.proto.customer.v1.TimelineServiceGrpc;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InteractionGrpcTest {
    private static final long MARCH = 1_772_366_400;

    @Inject
    AgroalDataSource database;

    @Inject
    InteractionHolding holding;

    private final String unique = UUID.randomUUID().toString();
    private Calls calls;
    private InteractionServiceBlockingStub interactions;

    @BeforeEach
    void connect() {
        calls = new Calls();
        interactions = InteractionServiceGrpc.newBlockingStub(calls.as("ines", "integrator"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aBadItemDoesNotLoseTheGoodOnes() {
        // Given
        var good = view("a").setMessageId("good-" + unique).build();
        var bad = view("a").setProperties("[]").build();
        var stranger = view("").setCustomerId(UUID.randomUUID().toString()).build();

        // When
        var results = record(good, bad, good, stranger, view("a").build());

        // Then
        assertThat(results)
                .extracting(RecordInteractionsResult::getStatus)
                .containsExactly(
                        RecordStatus.RECORD_STATUS_ACCEPTED,
                        RecordStatus.RECORD_STATUS_REJECTED,
                        RecordStatus.RECORD_STATUS_DUPLICATE,
                        RecordStatus.RECORD_STATUS_REJECTED,
                        RecordStatus.RECORD_STATUS_ACCEPTED);
        assertThat(results.get(1).getField()).isEqualTo("properties");
        assertThat(results.get(3).getDetail()).startsWith("no customer");
        assertThat(ofDevice("a")).hasSize(2);
    }

    @Test
    void anInteractionIsReadAsItWasTold() {
        // Given
        var told = view("a").setProperties("{\"price\":1.50}").setChannel("web").build();

        // When
        String id = record(told).get(0).getId();

        // Then
        var read = interactions
                .getInteraction(GetInteractionRequest.newBuilder().setId(id).build())
                .getInteraction();
        assertThat(read.getType()).isEqualTo("view");
        assertThat(read.getName()).isEqualTo("Product Viewed");
        assertThat(read.getChannel()).isEqualTo("web");
        assertThat(read.getProperties()).isEqualTo("{\"price\": 1.50}");
        assertThat(read.getOccurTime()).isEqualTo(told.getOccurTime());
        assertThat(read.getCustomerId()).isEmpty();
        assertThat(read.getVersion()).isEqualTo(1);
    }

    @Test
    void aMessageIdSentAtOnceByManyIsStoredOnce() throws Exception {
        // Given
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<List<RecordInteractionsResult>>> repeated = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var drafts = IntStream.range(0, 5)
                    .mapToObj(n -> view("a").setMessageId(n + unique).build())
                    .toList();
            repeated.add(() -> record(drafts.toArray(InteractionDraft[]::new)));
        }

        // When
        int accepted = 0;
        for (var answer : threads.invokeAll(repeated)) {
            accepted += Collections.frequency(
                    answer.get().stream()
                            .map(RecordInteractionsResult::getStatus)
                            .toList(),
                    RecordStatus.RECORD_STATUS_ACCEPTED);
        }
        threads.shutdown();

        // Then
        assertThat(accepted).isEqualTo(5);
        assertThat(ofDevice("a")).hasSize(5);
    }

    @Test
    void whatAVisitorDidBecomesTheCustomersWhoTheyTurnOutToBe() throws Exception {
        // Given
        record(
                view("device").setMessageId("before-" + unique).build(),
                view("device").build());

        // When
        record(InteractionDraft.newBuilder()
                .setType("identify")
                .setUserId(unique)
                .setAnonymousId("device" + unique)
                .setIdentification(Identification.newBuilder().setName("Ada").setCountry("GB"))
                .build());
        record(view("device").build());

        // Then
        String ada = customerNamed(unique);
        await().untilAsserted(() -> assertThat(ofDevice("device"))
                .hasSize(4)
                .allSatisfy(one -> assertThat(one.getCustomerId()).isEqualTo(ada)));
        try (var topic = new TopicReader(Topics.INTERACTIONS)) {
            Map<String, Long> told = new HashMap<>();
            await().untilAsserted(() -> {
                for (var event : topic.ofKey(ada)) {
                    InteractionEvent.parseFrom(event.value())
                            .getInteractionsRecorded()
                            .getInteractionsList()
                            .forEach(one -> told.merge(one.getMessageId(), one.getVersion(), Math::max));
                }
                assertThat(told).containsEntry("before-" + unique, 2L);
            });
        }
    }

    @Test
    void aUserWhoIsUnknownIsNoCustomerUntilOneAppears() {
        // Given
        record(view("tablet").setUserId("crm:" + unique).build());
        assertThat(ofDevice("tablet"))
                .allSatisfy(one -> assertThat(one.getCustomerId()).isEmpty());

        // When
        String customer = create("crm", unique);

        // Then
        await().untilAsserted(() -> assertThat(ofDevice("tablet"))
                .allSatisfy(one -> assertThat(one.getCustomerId()).isEqualTo(customer)));
    }

    @Test
    void aMessageKeepsItsFurthestState() {
        // Given
        var sent = view("a")
                .setName("Newsletter")
                .setDirection(InteractionDirection.INTERACTION_DIRECTION_OUT)
                .setMessageId("letter-" + unique)
                .build();
        String id = record(sent).get(0).getId();

        // When
        var results = interactions
                .reportDeliveries(ReportDeliveriesRequest.newBuilder()
                        .addReports(byMessage(io.smartcrm.proto.customer.v1.DeliveryState.DELIVERY_STATE_OPENED))
                        .addReports(byMessage(io.smartcrm.proto.customer.v1.DeliveryState.DELIVERY_STATE_DELIVERED))
                        .addReports(DeliveryReport.newBuilder()
                                .setId(id)
                                .setState(io.smartcrm.proto.customer.v1.DeliveryState.DELIVERY_STATE_SENT))
                        .addReports(DeliveryReport.newBuilder()
                                .setMessageId("never-sent")
                                .setState(io.smartcrm.proto.customer.v1.DeliveryState.DELIVERY_STATE_SENT))
                        .addReports(DeliveryReport.newBuilder().setId(id))
                        .build())
                .getResultsList();

        // Then
        assertThat(results)
                .extracting(ReportDeliveriesResult::getAccepted)
                .containsExactly(true, true, true, false, false);
        assertThat(results.get(4).getField()).isEqualTo("state");
        var message = interactions
                .getInteraction(GetInteractionRequest.newBuilder().setId(id).build())
                .getInteraction();
        assertThat(message.getDeliveryState())
                .isEqualTo(io.smartcrm.proto.customer.v1.DeliveryState.DELIVERY_STATE_OPENED);
        assertThat(message.getDeliveriesCount()).isEqualTo(4);
        assertThat(message.getVersion()).isEqualTo(2);
    }

    @Test
    void anAgentRecordsAndSeesForTheOwnTeamAlone() throws SQLException {
        // Given
        String theirs = create("crm", unique);
        String ours = create("crm", "2" + unique);
        execute("update customer set team = 'south' where id = '" + theirs + "'");
        var call = view("").setType("call");
        record(call.setCustomerId(theirs).build());
        var agent = InteractionServiceGrpc.newBlockingStub(
                calls.with(Tokens.draft("alan", "agent").with("team", "north").signed()));

        // When
        var results = agent.recordInteractions(RecordInteractionsRequest.newBuilder()
                        .addInteractions(call.setCustomerId(theirs).build())
                        .addInteractions(call.setCustomerId(ours).build())
                        .addInteractions(view("a").build())
                        .build())
                .getResultsList();

        // Then
        assertThat(results)
                .extracting(RecordInteractionsResult::getStatus)
                .containsExactly(
                        RecordStatus.RECORD_STATUS_REJECTED,
                        RecordStatus.RECORD_STATUS_ACCEPTED,
                        RecordStatus.RECORD_STATUS_REJECTED);
        var list = ListInteractionsRequest.newBuilder().setCustomerId(theirs).build();
        assertThat(failureOf(() -> agent.listInteractions(list)).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(interactions.listInteractions(list).getInteractionsCount()).isEqualTo(1);
    }

    @Test
    void aTimelineShowsOrdersCasesAndInteractionsNewestFirst() throws SQLException {
        // Given
        String customer = create("crm", unique);
        for (int hour = 0; hour < 4; hour++) {
            record(view("").setCustomerId(customer)
                    .setOccurTime(Timestamp.newBuilder().setSeconds(MARCH + hour * 3600L))
                    .build());
        }
        execute("insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)"
                + " values (gen_random_uuid(), '" + unique + "', 'SALE', '" + customer + "', to_timestamp("
                + (MARCH + 2 * 3600L + 5) + "), 'EUR', 12.5, 1)");
        SupportCaseServiceGrpc.newBlockingStub(calls.as("ann", "agent"))
                .createSupportCase(CreateSupportCaseRequest.newBuilder()
                        .setSupportCase(SupportCase.newBuilder()
                                .setCustomerId(customer)
                                .setChannel("email")
                                .setSubject("Broken cup"))
                        .build());
        var timeline = TimelineServiceGrpc.newBlockingStub(calls.as("ada", "analyst"));
        var first = ListTimelineRequest.newBuilder().setCustomerId(customer).setPageSize(2);

        // When
        List<TimelineEntry> entries = new ArrayList<>();
        String token = "";
        do {
            var page = timeline.listTimeline(first.setPageToken(token).build());
            entries.addAll(page.getEntriesList());
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        // Then
        assertThat(entries)
                .extracting(TimelineEntry::getKind)
                .containsExactly(
                        TimelineKind.TIMELINE_KIND_CASE,
                        TimelineKind.TIMELINE_KIND_INTERACTION,
                        TimelineKind.TIMELINE_KIND_ORDER,
                        TimelineKind.TIMELINE_KIND_INTERACTION,
                        TimelineKind.TIMELINE_KIND_INTERACTION,
                        TimelineKind.TIMELINE_KIND_INTERACTION);
        assertThat(entries.get(0).getTitle()).isEqualTo("Broken cup");
        assertThat(entries.get(0).getType()).isEqualTo("NEW");
        assertThat(entries.get(2).getTotal().getMinorUnits()).isEqualTo(1250);
        assertThat(timeline.listTimeline(first.setPageToken("")
                                .setFilter("kind = \"ORDER\"")
                                .build())
                        .getEntriesList())
                .containsExactly(entries.get(2));
    }

    @Test
    void whatIsWrongWithAQuestionIsSaid() {
        for (String filter : List.of("type = \"view\"", "colour = \"red\"", "type")) {
            var request = ListInteractionsRequest.newBuilder().setFilter(filter).build();
            assertThat(failureOf(() -> interactions.listInteractions(request)).kind())
                    .as(filter)
                    .isEqualTo(Failure.Kind.INVALID);
        }
        assertThat(failureOf(() -> interactions.getInteraction(
                                GetInteractionRequest.newBuilder().setId("abc").build()))
                        .reason())
                .isEqualTo("INTERACTION_NOT_FOUND");
        assertThat(failureOf(() -> interactions.recordInteractions(RecordInteractionsRequest.getDefaultInstance()))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("interactions");
        var timeline = TimelineServiceGrpc.newBlockingStub(calls.as("ada", "admin"));
        assertThat(failureOf(() -> timeline.listTimeline(ListTimelineRequest.newBuilder()
                                .setCustomerId(UUID.randomUUID().toString())
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void interactionsAndDevicesFollowACustomerIntoAMergeAndBackAndAreForgotten() throws SQLException {
        // Given
        UUID duplicate = UUID.fromString(create("crm", unique));
        UUID original = UUID.fromString(create("crm", "2" + unique));
        record(
                view("").setCustomerId(duplicate.toString()).build(),
                InteractionDraft.newBuilder()
                        .setType("identify")
                        .setCustomerId(duplicate.toString())
                        .setAnonymousId("device" + unique)
                        .setIdentification(Identification.getDefaultInstance())
                        .build(),
                view("").setCustomerId(original.toString()).build());

        // When
        List<String> moved = change(connection -> holding.carryOver(connection, duplicate, original));
        record(view("device").build());
        int merged = exported(original).size();
        change(connection -> {
            holding.bringBack(connection, duplicate, original, moved);
            return moved;
        });
        record(view("device").build());

        // Then
        assertThat(merged).isEqualTo(4);
        assertThat(exported(original)).hasSize(2);
        assertThat(exported(duplicate)).hasSize(3);
        // Three interactions and the device.
        long forgotten = change(connection -> holding.erase(connection, duplicate));
        assertThat(forgotten).isEqualTo(4);
        assertThat(exported(duplicate)).isEmpty();
    }

    private interface Change<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T change(Change<T> change) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T done = change.on(connection);
            connection.commit();
            return done;
        }
    }

    private List<Map<String, Object>> exported(UUID customer) throws SQLException {
        return change(connection -> {
            List<Map<String, Object>> found = new ArrayList<>();
            holding.export(connection, customer, found::add);
            return found;
        });
    }

    private DeliveryReport byMessage(io.smartcrm.proto.customer.v1.DeliveryState state) {
        return DeliveryReport.newBuilder()
                .setMessageId("letter-" + unique)
                .setState(state)
                .build();
    }

    private InteractionDraft.Builder view(String device) {
        return InteractionDraft.newBuilder()
                .setName("Product Viewed")
                .setAnonymousId(device.isEmpty() ? "" : device + unique)
                .setOccurTime(Timestamp.newBuilder().setSeconds(MARCH).setNanos(123_456_000));
    }

    private List<RecordInteractionsResult> record(InteractionDraft... drafts) {
        return interactions
                .recordInteractions(RecordInteractionsRequest.newBuilder()
                        .addAllInteractions(List.of(drafts))
                        .build())
                .getResultsList();
    }

    private List<io.smartcrm.proto.customer.v1.Interaction> ofDevice(String device) {
        return interactions
                .listInteractions(ListInteractionsRequest.newBuilder()
                        .setFilter("anonymousId = \"" + device + unique + "\"")
                        .build())
                .getInteractionsList();
    }

    private String create(String namespace, String value) {
        return CustomerServiceGrpc.newBlockingStub(calls.as("ines", "integrator"))
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder()
                                .addIdentities(Identity.newBuilder()
                                        .setNamespace(namespace)
                                        .setValue(value)))
                        .build())
                .getCustomer()
                .getId();
    }

    private String customerNamed(String value) {
        return CustomerServiceGrpc.newBlockingStub(calls.as("ines", "integrator"))
                .listCustomers(ListCustomersRequest.newBuilder()
                        .setFilter("identity = \"shop:" + value + "\"")
                        .build())
                .getCustomers(0)
                .getId();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
