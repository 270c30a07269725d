package io.smartcrm.customer.segment;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.CheckSegmentRequest;
import io.smartcrm.proto.customer.v1.CreateSegmentRequest;
import io.smartcrm.proto.customer.v1.DeleteSegmentRequest;
import io.smartcrm.proto.customer.v1.EvaluateSegmentRequest;
import io.smartcrm.proto.customer.v1.ExplainSegmentMembershipRequest;
import io.smartcrm.proto.customer.v1.GetSegmentRequest;
import io.smartcrm.proto.customer.v1.ListCustomerSegmentsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentMembersRequest;
import io.smartcrm.proto.customer.v1.ListSegmentTermsRequest;
import io.smartcrm.proto.customer.v1.ListSegmentsRequest;
import io.smartcrm.proto.customer.v1.PreviewSegmentRequest;
import io.smartcrm.proto.customer.v1.Segment;
import io.smartcrm.proto.customer.v1.SegmentClause;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import io.smartcrm.proto.customer.v1.SegmentKind;
import io.smartcrm.proto.customer.v1.SegmentMember;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc;
import io.smartcrm.proto.customer.v1.SegmentServiceGrpc.SegmentServiceBlockingStub;
import io.smartcrm.proto.customer.v1.SegmentState;
import io.smartcrm.proto.customer.v1.UpdateSegmentRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SegmentGrpcTest {
    private final String unique = UUID.randomUUID().toString();
    private final String definition = "tag('" + unique + "')";
    private Calls calls;
    private SegmentServiceBlockingStub segments;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void connect() {
        calls = new Calls();
        segments = SegmentServiceGrpc.newBlockingStub(calls.as("mia", "marketer"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aNewSegmentGetsItsMembersAndTellsThem() throws Exception {
        // Given
        UUID member = customer(unique);
        UUID other = customer("other");

        // When
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition));

        // Then
        assertThat(segment.getMemberCount()).isEqualTo(1);
        assertThat(members(segment)).containsExactly(member.toString()).doesNotContain(other.toString());
        try (var topic = new TopicReader(Topics.SEGMENTS)) {
            var events = await().until(() -> topic.ofKey(member.toString()), found -> !found.isEmpty());
            assertThat(SegmentEvent.parseFrom(events.get(0).value()).getCustomerEntered())
                    .satisfies(entered -> {
                        assertThat(entered.getSegmentId()).isEqualTo(segment.getId());
                        assertThat(entered.getCustomerId()).isEqualTo(member.toString());
                        assertThat(entered.getDefinitionVersion()).isEqualTo(1);
                    });
        }
    }

    @Test
    void customersEnterAndLeaveALiveSegmentAsTheyChange() throws Exception {
        // Given
        UUID customer = customer(unique);
        Segment segment =
                ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition + " and orders.count(last 30 days) > 0"));

        // When
        sql(
                "insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)"
                        + " values (gen_random_uuid(), ?, 'SALE', ?, now(), 'EUR', 10, 0)",
                unique,
                customer);

        // Then
        await().untilAsserted(() -> assertThat(members(segment)).containsExactly(customer.toString()));
        sql("update sales_order set kind = 'ADJUSTMENT' where number = ?", unique);
        await().untilAsserted(() -> assertThat(members(segment)).isEmpty());
        assertThat(get(segment).getMemberCount()).isZero();
    }

    @Test
    void aStaticSegmentStaysAsItWasUntilItIsEvaluatedAgain() throws Exception {
        // Given
        UUID first = customer(unique);
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_STATIC, definition));
        Segment live = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition + " and country = 'FR'"));
        UUID second = customer(unique);
        await().untilAsserted(() -> assertThat(members(live)).hasSize(2));

        // When
        List<String> before = members(segment);
        segments.evaluateSegment(
                EvaluateSegmentRequest.newBuilder().setId(segment.getId()).build());

        // Then
        assertThat(before).containsExactly(first.toString());
        ready(segment);
        assertThat(members(segment)).containsExactlyInAnyOrder(first.toString(), second.toString());
    }

    @Test
    void aNewDefinitionIsEvaluatedAndVersioned() throws Exception {
        // Given
        UUID customer = customer(unique);
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition));

        // When
        Segment changed = update(segment.toBuilder()
                .setDefinition("not  " + definition + " and " + definition)
                .build());

        // Then
        assertThat(changed.getDefinition()).isEqualToNormalizingWhitespace("not " + definition + " and " + definition);
        assertThat(changed.getDefinitionVersion()).isEqualTo(2);
        assertThat(changed.getState()).isEqualTo(SegmentState.SEGMENT_STATE_WAITING);
        ready(changed);
        assertThat(members(segment)).doesNotContain(customer.toString());
        assertThat(failureOf(() -> update(segment)).reason()).isEqualTo("STALE_ETAG");
    }

    @Test
    void ofADeletedSegmentTheMembersLeave() throws Exception {
        // Given
        UUID customer = customer(unique);
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition));

        // When
        segments.deleteSegment(DeleteSegmentRequest.newBuilder()
                .setId(segment.getId())
                .setEtag(segment.getEtag())
                .build());

        // Then
        assertThat(failureOf(() -> get(segment)).reason()).isEqualTo("SEGMENT_NOT_FOUND");
        try (var topic = new TopicReader(Topics.SEGMENTS)) {
            var events = await().until(() -> topic.ofKey(customer.toString()), found -> found.size() == 2);
            assertThat(SegmentEvent.parseFrom(events.get(1).value()).hasCustomerLeft())
                    .isTrue();
        }
    }

    @Test
    void anAgentLearnsWhyACustomerOfTheTeamIsNoMember() throws Exception {
        // Given
        UUID customer = customer(unique);
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition + " and orders.count >= 2"));
        var agent = SegmentServiceGrpc.newBlockingStub(calls.as("otto", "agent"));

        // When
        var why = agent.explainSegmentMembership(ExplainSegmentMembershipRequest.newBuilder()
                .setSegmentId(segment.getId())
                .setCustomerId(customer.toString())
                .build());

        // Then
        assertThat(why.getMember()).isFalse();
        assertThat(why.getFulfilled()).isFalse();
        assertThat(why.getClausesList())
                .extracting(SegmentClause::getText, SegmentClause::getFulfilled, SegmentClause::getValue)
                .containsExactly(tuple(definition, true, "true"), tuple("orders.count >= 2", false, "0"));
        sql("update customer set team = 'south' where id = ?", customer);
        assertThat(failureOf(() -> agent.explainSegmentMembership(ExplainSegmentMembershipRequest.newBuilder()
                                .setSegmentId(segment.getId())
                                .setCustomerId(customer.toString())
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void theSegmentsOfACustomerAreListedByName() throws Exception {
        // Given
        UUID customer = customer(unique);
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_LIVE, definition));

        // When
        var found = segments.listCustomerSegments(ListCustomerSegmentsRequest.newBuilder()
                .setCustomerId(customer.toString())
                .build());

        // Then
        assertThat(found.getSegmentsList()).extracting(Segment::getId).containsExactly(segment.getId());
    }

    @Test
    void aPreviewCountsWithoutMakingASegment() throws Exception {
        // Given
        customer(unique);
        customer(unique);

        // When
        var preview = segments.previewSegment(
                PreviewSegmentRequest.newBuilder().setDefinition(definition).build());

        // Then
        assertThat(preview.getCount()).isEqualTo(2);
        assertThat(preview.getExact()).isTrue();
        assertThat(preview.getCustomerCount()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void aCheckTellsWhereTheTextIsWrong() {
        // When
        var wrong = segments.checkSegment(CheckSegmentRequest.newBuilder()
                .setDefinition("country = 'FR'\n and contry = 1")
                .build());
        var right = segments.checkSegment(CheckSegmentRequest.newBuilder()
                .setDefinition("orders.count( last 5 days )>3")
                .build());

        // Then
        assertThat(wrong.getProblemsList()).singleElement().satisfies(problem -> {
            assertThat(problem.getLine()).isEqualTo(2);
            assertThat(problem.getColumn()).isEqualTo(6);
            assertThat(problem.getSuggestion()).isEqualTo("country");
        });
        assertThat(right.getFormatted()).isEqualTo("orders.count(last 5 days) > 3");
        assertThat(right.getChangesByTime()).isTrue();
        assertThat(right.getCost()).isPositive();
    }

    @Test
    void aWrongDefinitionIsRefusedWithEveryProblem() {
        // When
        var failure = failureOf(() -> create(SegmentKind.SEGMENT_KIND_LIVE, "contry = 1 and attribute.segNowhere = 2"));

        // Then
        assertThat(failure.reason()).isEqualTo("INVALID_SEGMENT");
        assertThat(failure.violations())
                .extracting(Failure.Violation::detail)
                .containsExactly(
                        "line 1, column 1: there is no term 'contry'; did you mean country?",
                        "line 1, column 16: no attribute 'segNowhere' is defined");
    }

    @Test
    void aNameIsForOneSegment() {
        // Given
        create(SegmentKind.SEGMENT_KIND_LIVE, definition);

        // When
        var failure = failureOf(() -> create(SegmentKind.SEGMENT_KIND_STATIC, definition));

        // Then
        assertThat(failure.reason()).isEqualTo("SEGMENT_NAME_TAKEN");
    }

    @Test
    void aRepeatedCommandGetsTheFirstAnswer() {
        // Given
        var request = CreateSegmentRequest.newBuilder()
                .setSegment(Segment.newBuilder()
                        .setName("n " + unique)
                        .setKind(SegmentKind.SEGMENT_KIND_LIVE)
                        .setDefinition(definition))
                .setRequestId(unique)
                .build();
        var first = segments.createSegment(request);

        // When
        var second = segments.createSegment(request);

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void membersAndSegmentsAreReadPageByPage() throws Exception {
        // Given
        List<String> customers = List.of(customer(unique), customer(unique), customer(unique)).stream()
                .map(UUID::toString)
                .toList();
        Segment segment = ready(create(SegmentKind.SEGMENT_KIND_STATIC, definition));
        var request =
                ListSegmentMembersRequest.newBuilder().setId(segment.getId()).setPageSize(2);

        // When
        var first = segments.listSegmentMembers(request.build());
        var second = segments.listSegmentMembers(
                request.setPageToken(first.getNextPageToken()).build());

        // Then
        assertThat(first.getMembersList()).hasSize(2);
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(List.of(first, second))
                .flatExtracting(page -> page.getMembersList().stream()
                        .map(SegmentMember::getCustomerId)
                        .toList())
                .containsExactlyInAnyOrderElementsOf(customers);
        assertThat(segments.listSegments(
                                ListSegmentsRequest.newBuilder().setPageSize(1).build())
                        .getSegmentsList())
                .hasSize(1);
    }

    @Test
    void rolesAreKept() {
        // Given
        var agent = SegmentServiceGrpc.newBlockingStub(calls.as("otto", "agent"));
        var nobody = SegmentServiceGrpc.newBlockingStub(calls.anonymous());

        // When
        var denied = failureOf(() -> agent.createSegment(CreateSegmentRequest.getDefaultInstance()));
        var unknown = failureOf(() -> nobody.listSegments(ListSegmentsRequest.getDefaultInstance()));

        // Then
        assertThat(denied.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(unknown.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void editorsLearnWhatCanBeAsked() {
        // When
        var terms = segments.listSegmentTerms(ListSegmentTermsRequest.getDefaultInstance());

        // Then
        assertThat(terms.getTermsList())
                .filteredOn(term -> term.getName().equals("orders.count"))
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.getType()).isEqualTo("NUMBER");
                    assertThat(term.getArgumentsList()).contains("last", "channel");
                });
    }

    private Segment create(SegmentKind kind, String text) {
        return segments.createSegment(CreateSegmentRequest.newBuilder()
                        .setSegment(Segment.newBuilder()
                                .setName(text.contains("FR") ? "Live " + unique : "Segment " + unique)
                                .setKind(kind)
                                .setDefinition(text))
                        .build())
                .getSegment();
    }

    private Segment update(Segment segment) {
        return segments.updateSegment(UpdateSegmentRequest.newBuilder()
                        .setSegment(segment)
                        .setUpdateMask(FieldMask.newBuilder().addPaths("definition"))
                        .build())
                .getSegment();
    }

    private Segment get(Segment segment) {
        return segments.getSegment(
                        GetSegmentRequest.newBuilder().setId(segment.getId()).build())
                .getSegment();
    }

    private Segment ready(Segment segment) {
        return await().until(() -> get(segment), found -> found.getState() == SegmentState.SEGMENT_STATE_READY);
    }

    private List<String> members(Segment segment) {
        return segments
                .listSegmentMembers(ListSegmentMembersRequest.newBuilder()
                        .setId(segment.getId())
                        .build())
                .getMembersList()
                .stream()
                .map(SegmentMember::getCustomerId)
                .toList();
    }

    private UUID customer(String tag) throws SQLException {
        UUID id = UUID.randomUUID();
        sql(
                "insert into customer (id, country, create_time, update_time, tags) values (?, 'FR', now(), now(), ?::text[])",
                id,
                "{" + tag + "}");
        return id;
    }

    private void sql(String statement, Object... values) throws SQLException {
        try (var connection = database.getConnection()) {
            SegmentFacts.execute(connection, statement, values);
        }
    }
}
