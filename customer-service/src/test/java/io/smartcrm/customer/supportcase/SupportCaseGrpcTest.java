package io.smartcrm.customer.supportcase;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.AddSupportCaseMessageRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateSupportCaseRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetSupportCaseFiguresRequest;
import io.smartcrm.proto.customer.v1.GetSupportCaseRequest;
import io.smartcrm.proto.customer.v1.ListSupportCaseMessagesRequest;
import io.smartcrm.proto.customer.v1.ListSupportCasesRequest;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseAuthor;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.proto.customer.v1.SupportCaseMessage;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc;
import io.smartcrm.proto.customer.v1.SupportCaseServiceGrpc.SupportCaseServiceBlockingStub;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.proto.customer.v1.UpdateSupportCaseRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SupportCaseGrpcTest {
    private static final String SECRET = "Mrs Secretson's lamp";

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    AgroalDataSource database;

    @Inject
    SupportCaseHolding holding;

    private Calls calls;
    private SupportCaseServiceBlockingStub cases;

    @BeforeEach
    void connect() {
        calls = new Calls();
        cases = SupportCaseServiceGrpc.newBlockingStub(calls.as("ann", "agent"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aCaseGoesFromTheFirstWordToARating() {
        // Given
        String id = create(customer()).getId();

        // When
        say(id, SupportCaseAuthor.SUPPORT_CASE_AUTHOR_NOTE, "Angry");
        SupportCase answered = say(id, SupportCaseAuthor.SUPPORT_CASE_AUTHOR_AGENT, "We look into it");
        SupportCase resolved = update(
                answered.toBuilder()
                        .setStatus(SupportCaseStatus.SUPPORT_CASE_STATUS_RESOLVED)
                        .setAssignee("ann")
                        .addTags("damage"),
                "status",
                "assignee",
                "tags");
        SupportCase rated = update(resolved.toBuilder().setSatisfaction(4), "satisfaction");

        // Then
        assertThat(answered.getStatus()).isEqualTo(SupportCaseStatus.SUPPORT_CASE_STATUS_OPEN);
        assertThat(answered.hasFirstResponseTime()).isTrue();
        assertThat(resolved.hasResolveTime()).isTrue();
        assertThat(rated).isEqualTo(get(id));
        assertThat(rated.getSubject()).isEqualTo(SECRET);
        assertThat(rated.getAssignee()).isEqualTo("ann");
        assertThat(rated.getSatisfaction()).isEqualTo(4);
        assertThat(messages(id))
                .extracting(SupportCaseMessage::getText)
                .containsExactly(SECRET + " is broken", "Angry", "We look into it");
        var figures = cases.getSupportCaseFigures(GetSupportCaseFiguresRequest.getDefaultInstance())
                .getFigures();
        assertThat(figures.getRatedCount()).isPositive();
        assertThat(figures.getMeanSatisfaction()).isBetween(1.0, 5.0);
    }

    @Test
    void theToneOfWhatTheCustomerWroteIsHeard() throws SQLException {
        // Given
        String id = create(customer()).getId();

        // When
        say(id, SupportCaseAuthor.SUPPORT_CASE_AUTHOR_CUSTOMER, "this is the worst service, I am very disappointed");
        say(id, SupportCaseAuthor.SUPPORT_CASE_AUTHOR_AGENT, "great, thank you very much, I am very happy");
        say(id, SupportCaseAuthor.SUPPORT_CASE_AUTHOR_NOTE, "great, thank you very much, I am very happy");

        // Then
        assertThat(number("select max(message_count) from case_sentiment where case_id = ?", id))
                .isEqualTo(2);
        assertThat(number("select max(score) from case_sentiment where case_id = ?", id))
                .isNegative();
    }

    @Test
    void noWordOfACaseIsInTheDatabaseOrOnATopicInPlain() throws SQLException, InvalidProtocolBufferException {
        // Given
        String customer = customer();

        // When
        String id = create(customer).getId();

        // Then
        SupportCase told = event(customer, 1).getSupportCaseChanged().getSupportCase();
        assertThat(told.getId()).isEqualTo(id);
        assertThat(told.getSubject()).isEmpty();
        assertThat(told.getStatus()).isEqualTo(SupportCaseStatus.SUPPORT_CASE_STATUS_NEW);
        for (String query : List.of(
                "select subject from support_case where id = ?",
                "select text from support_case_message where case_id = ?")) {
            assertThat(new String(bytes(query, id), StandardCharsets.ISO_8859_1))
                    .doesNotContain("Secretson");
        }
    }

    @Test
    void aRepeatedRequestIsOneCaseAndItsAnswerIsRememberedWithoutWords() throws SQLException {
        // Given
        var request = request(customer()).setRequestId("case-" + unique).build();
        SupportCase first = cases.createSupportCase(request).getSupportCase();

        // When
        SupportCase again = cases.createSupportCase(request).getSupportCase();

        // Then
        assertThat(again).isEqualTo(first);
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select sealed_response from command where request_id = ?")) {
            statement.setString(1, "case-" + unique);
            var row = statement.executeQuery();
            row.next();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("Secretson");
        }
    }

    @Test
    void casesAreListedByWhatTheyAreNewestFirst() {
        // Given
        String customer = customer();
        SupportCase first = create(customer);
        SupportCase second = create(customer);
        update(
                second.toBuilder()
                        .setAssignee("a-" + unique)
                        .setPriority(SupportCasePriority.SUPPORT_CASE_PRIORITY_URGENT),
                "assignee",
                "priority");

        // Then
        assertThat(list(customer, "", 1)).containsExactly(second.getId(), first.getId());
        assertThat(list("", "assignee = \"a-" + unique + "\" and status = \"NEW\"", 50))
                .containsExactly(second.getId());
        assertThat(list(customer, "priority = \"NORMAL\"", 50)).containsExactly(first.getId());
        assertThat(list(customer, "status = \"CLOSED\"", 50)).isEmpty();
    }

    @Test
    void badRequestsAreRefusedByTheirField() {
        String customer = customer();
        SupportCase created = create(customer);
        assertThat(field(() -> cases.createSupportCase(CreateSupportCaseRequest.newBuilder()
                        .setSupportCase(
                                SupportCase.newBuilder().setCustomerId(customer).setChannel("chat"))
                        .build())))
                .isEqualTo("subject");
        assertThat(field(() -> say(created.getId(), SupportCaseAuthor.SUPPORT_CASE_AUTHOR_UNSPECIFIED, "a")))
                .isEqualTo("author");
        assertThat(field(() -> say(created.getId(), SupportCaseAuthor.SUPPORT_CASE_AUTHOR_AGENT, " ")))
                .isEqualTo("text");
        assertThat(field(() -> list("", "status = \"ASLEEP\"", 50))).isEqualTo("filter");
        assertThat(field(() -> update(created.toBuilder().setSatisfaction(6), "satisfaction")))
                .isEqualTo("satisfaction");
        assertThat(failureOf(() -> update(created.toBuilder().setSatisfaction(5), "satisfaction"))
                        .reason())
                .isEqualTo("CASE_NOT_RESOLVED");
        assertThat(failureOf(() -> update(
                                created.toBuilder().setStatus(SupportCaseStatus.SUPPORT_CASE_STATUS_REOPENED),
                                "status"))
                        .reason())
                .isEqualTo("CASE_STATUS_IMPOSSIBLE");
        assertThat(failureOf(() -> create(UUID.randomUUID().toString())).reason())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(failureOf(() -> get("nonsense")).reason()).isEqualTo("SUPPORT_CASE_NOT_FOUND");
    }

    @Test
    void anAgentKnowsNoCaseOfAnotherTeam() throws SQLException {
        // Given
        String customer = customer();
        String id = create(customer).getId();
        execute("update customer set team = 'north' where id = ?", customer);
        var south = SupportCaseServiceGrpc.newBlockingStub(
                calls.with(Tokens.draft("sue", "agent").with("team", "south").signed()));
        var north = SupportCaseServiceGrpc.newBlockingStub(
                calls.with(Tokens.draft("nora", "agent").with("team", "north").signed()));

        // Then
        assertThat(failureOf(() -> south.getSupportCase(
                                GetSupportCaseRequest.newBuilder().setId(id).build()))
                        .reason())
                .isEqualTo("SUPPORT_CASE_NOT_FOUND");
        assertThat(south.listSupportCases(ListSupportCasesRequest.newBuilder()
                                .setCustomerId(customer)
                                .build())
                        .getSupportCasesList())
                .isEmpty();
        assertThat(north.getSupportCase(
                                GetSupportCaseRequest.newBuilder().setId(id).build())
                        .getSupportCase()
                        .getSubject())
                .isEqualTo(SECRET);
    }

    @Test
    void onlyWhoMaySeesWhatWasSaid() {
        // Given
        String id = create(customer()).getId();
        var analyst = SupportCaseServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        var nobody = SupportCaseServiceGrpc.newBlockingStub(calls.anonymous());
        var request = ListSupportCaseMessagesRequest.newBuilder().setCaseId(id).build();

        // Then
        assertThat(failureOf(() -> analyst.listSupportCaseMessages(request)).kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> nobody.listSupportCaseMessages(request)).kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void casesFollowTheirCustomerInAMergeAndBackAndGoWithAForgottenOne()
            throws SQLException, InvalidProtocolBufferException {
        // Given
        UUID loser = UUID.fromString(customer());
        UUID winner = UUID.fromString(customer());
        String id = create(loser.toString()).getId();
        List<Map<String, Object>> exported = new ArrayList<>();

        // When
        List<String> moved = inTransaction(connection -> holding.carryOver(connection, loser, winner));

        // Then
        assertThat(moved).containsExactly(id);
        assertThat(get(id).getCustomerId()).isEqualTo(winner.toString());
        assertThat(get(id).getSubject()).isEqualTo(SECRET);
        assertThat(messages(id)).hasSize(1);
        assertThat(event(winner.toString(), 1)
                        .getSupportCaseChanged()
                        .getSupportCase()
                        .getVersion())
                .isEqualTo(3);

        // When
        long erased = inTransaction(connection -> {
            holding.bringBack(connection, loser, winner, moved);
            holding.export(connection, loser, exported::add);
            return holding.erase(connection, loser);
        });

        // Then
        assertThat(exported)
                .singleElement()
                .satisfies(found -> assertThat(found).containsEntry("subject", SECRET));
        assertThat(erased).isEqualTo(1);
        assertThat(failureOf(() -> get(id)).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(event(loser.toString(), 3).getSupportCaseErased().getId()).isEqualTo(id);
    }

    private CreateSupportCaseRequest.Builder request(String customer) {
        return CreateSupportCaseRequest.newBuilder()
                .setSupportCase(SupportCase.newBuilder()
                        .setCustomerId(customer)
                        .setChannel("email")
                        .setSubject(SECRET))
                .setText(SECRET + " is broken");
    }

    private SupportCase create(String customer) {
        return cases.createSupportCase(request(customer).build()).getSupportCase();
    }

    private SupportCase say(String id, SupportCaseAuthor author, String text) {
        return cases.addSupportCaseMessage(AddSupportCaseMessageRequest.newBuilder()
                        .setCaseId(id)
                        .setAuthor(author)
                        .setText(text)
                        .build())
                .getSupportCase();
    }

    private SupportCase update(SupportCase.Builder parts, String... paths) {
        return cases.updateSupportCase(UpdateSupportCaseRequest.newBuilder()
                        .setSupportCase(parts)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                        .build())
                .getSupportCase();
    }

    private SupportCase get(String id) {
        return cases.getSupportCase(GetSupportCaseRequest.newBuilder().setId(id).build())
                .getSupportCase();
    }

    private List<SupportCaseMessage> messages(String id) {
        List<SupportCaseMessage> messages = new ArrayList<>();
        var request = ListSupportCaseMessagesRequest.newBuilder().setCaseId(id).setPageSize(2);
        do {
            var page = cases.listSupportCaseMessages(request.build());
            messages.addAll(page.getMessagesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return messages;
    }

    private List<String> list(String customer, String filter, int size) {
        List<String> ids = new ArrayList<>();
        var request = ListSupportCasesRequest.newBuilder()
                .setCustomerId(customer)
                .setFilter(filter)
                .setPageSize(size);
        do {
            var page = cases.listSupportCases(request.build());
            page.getSupportCasesList().forEach(found -> ids.add(found.getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return ids;
    }

    private static String field(ThrowingCallable call) {
        return failureOf(call).violations().get(0).field();
    }

    private String customer() {
        return CustomerServiceGrpc.newBlockingStub(calls.as("ina", "integrator"))
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setCountry("GB"))
                        .build())
                .getCustomer()
                .getId();
    }

    private static SupportCaseEvent event(String key, int count) throws InvalidProtocolBufferException {
        try (var topic = new TopicReader(Topics.SUPPORT_CASES)) {
            await().untilAsserted(() -> assertThat(topic.ofKey(key)).hasSize(count));
            return SupportCaseEvent.parseFrom(topic.ofKey(key).get(count - 1).value());
        }
    }

    private double number(String query, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(id));
            var row = statement.executeQuery();
            row.next();
            return row.getDouble(1);
        }
    }

    private byte[] bytes(String query, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, UUID.fromString(id));
            var row = statement.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    private void execute(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, UUID.fromString(id));
            statement.executeUpdate();
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T done = work.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return done;
        }
    }
}
