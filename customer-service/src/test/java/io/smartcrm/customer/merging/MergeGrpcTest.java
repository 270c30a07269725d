package io.smartcrm.customer.merging;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.People;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetMergeRequest;
import io.smartcrm.proto.customer.v1.ListMergesRequest;
import io.smartcrm.proto.customer.v1.Merge;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc.MergeServiceBlockingStub;
import io.smartcrm.proto.customer.v1.MergeState;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeGrpcTest {
    @Inject
    RememberedHolding remembered;

    @Inject
    AgroalDataSource database;

    private final String unique = People.unique();
    private Calls calls;
    private People people;
    private MergeServiceBlockingStub merges;

    @BeforeEach
    void connect() {
        calls = new Calls();
        people = new People(calls.as("ada", "admin"));
        merges = MergeServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void theLosersIdentitiesRecordsAndBetterValuesGoToTheWinner() {
        // Given
        Customer winner = people.create("Ada " + unique, "", "", "GB");
        Customer loser = people.create("Ada Maria " + unique, unique + "@example.org", "", "");
        remembered.put(unique, UUID.fromString(loser.getId()));

        // When
        Merge merge = merge(winner, loser, "");

        // Then
        Customer now = people.get(winner.getId());
        assertThat(now.getIdentitiesList()).containsExactlyInAnyOrder(winner.getIdentities(0), loser.getIdentities(0));
        assertThat(now.getName()).isEqualTo("Ada Maria " + unique);
        assertThat(now.getEmail()).isEqualTo(unique + "@example.org");
        assertThat(now.getCountry()).isEqualTo("GB");
        assertThat(remembered.of(UUID.fromString(winner.getId()))).containsExactly(unique);
        assertThat(merge.getTakenFieldsList()).containsExactly("email", "name");
        assertThat(merge.getMovedMap()).containsEntry("profile", 1L).containsEntry("remembered", 1L);
        assertThat(merges.getMerge(GetMergeRequest.newBuilder()
                                .setId(merge.getId())
                                .build())
                        .getMerge())
                .isEqualTo(merge);
    }

    @Test
    void theOtherServicesLearnOfBoth() throws Exception {
        // Given
        Customer winner = people.create("Ada " + unique, "", "", "");
        Customer loser = people.create("Ada " + unique, "", "", "");

        // When
        merge(winner, loser, "");

        // Then
        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            var told = await().until(() -> topic.ofKey(winner.getId()), found -> found.size() == 2);
            Customer last = CustomerEvent.parseFrom(told.get(1).value())
                    .getCustomerChanged()
                    .getCustomer();
            assertThat(last.getName()).isEmpty();
            await().untilAsserted(() -> assertThat(topic.ofKey(loser.getId())).hasSize(2));
        }
    }

    @Test
    void undoingRestoresExactlyWhatMovedAndLeavesWhatCameLater() {
        // Given
        Customer winner = people.create("Ada " + unique, "", "1234567", "");
        Customer loser = people.create("Ada Maria " + unique, unique + "@example.org", "", "FR");
        remembered.put(unique + "1", UUID.fromString(loser.getId()));
        Merge merge = merge(winner, loser, "");
        remembered.put(unique + "2", UUID.fromString(winner.getId()));
        changeCountry(winner.getId(), "BE");

        // When
        Merge undone = undo(merge.getId());

        // Then
        assertThat(undone.getState()).isEqualTo(MergeState.MERGE_STATE_UNDONE);
        Customer separate = people.get(winner.getId());
        assertThat(separate.getName()).isEqualTo("Ada " + unique);
        assertThat(separate.getEmail()).isEmpty();
        assertThat(separate.getPhone()).isEqualTo("1234567");
        assertThat(separate.getCountry()).as("changed since, so it stays").isEqualTo("BE");
        assertThat(separate.getIdentitiesList()).isEqualTo(winner.getIdentitiesList());
        Customer again = people.get(loser.getId());
        assertThat(again.getIdentitiesList()).isEqualTo(loser.getIdentitiesList());
        assertThat(again.getEmail()).isEqualTo(unique + "@example.org");
        assertThat(remembered.of(UUID.fromString(loser.getId()))).containsExactly(unique + "1");
        assertThat(remembered.of(UUID.fromString(winner.getId()))).containsExactly(unique + "2");
        assertThat(undo(merge.getId())).isEqualTo(undone);
    }

    @Test
    void theLosersOrdersFollowAndComeBack() throws Exception {
        // Given
        Customer winner = people.create("Ada " + unique, "", "", "");
        Customer loser = people.create("Ada " + unique, "", "", "");
        order(loser);

        // When
        Merge merge = merge(winner, loser, "");
        String after = ownerOfOrder();
        undo(merge.getId());

        // Then
        assertThat(merge.getMovedMap()).containsEntry("orders", 1L);
        assertThat(after).isEqualTo(winner.getId());
        assertThat(ownerOfOrder()).isEqualTo(loser.getId());
    }

    @Test
    void mergesThatMakeNoSenseAreRefusedWithTheReason() {
        // Given
        Customer one = people.create("Ada " + unique, "", "", "");
        Customer two = people.create("Ada " + unique, "", "", "");
        Customer three = people.create("Ada " + unique, "", "", "");

        // When
        Merge first = merge(one, two, "");

        // Then
        assertThat(reasonOf(one, one)).isEqualTo("INVALID_FIELD");
        assertThat(reasonOf(two, one)).isEqualTo("MERGE_CYCLE");
        assertThat(reasonOf(three, two)).isEqualTo("CUSTOMER_MERGED");
        assertThat(reasonOf(two, three)).isEqualTo("CUSTOMER_MERGED");
        assertThat(reasonOf(
                        one, one.toBuilder().setId(UUID.randomUUID().toString()).build()))
                .isEqualTo("CUSTOMER_NOT_FOUND");
        merge(three, one, "");
        assertThat(failureOf(() -> undo(first.getId())).reason()).isEqualTo("MERGED_AGAIN");
        assertThat(failureOf(() -> undo("nobody")).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void aRepeatedRequestGetsTheSameMergeAndAnotherWithItsNameIsRefused() {
        // Given
        Customer one = people.create("Ada " + unique, "", "", "");
        Customer two = people.create("Ada " + unique, "", "", "");
        Customer three = people.create("Ada " + unique, "", "", "");
        Merge first = merge(one, two, "merge-" + unique);

        // When
        Merge second = merge(one, two, "merge-" + unique);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(failureOf(() -> merge(one, three, "merge-" + unique)).reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void mergesOfACustomerAreListedNewestFirstPageByPage() {
        // Given
        Customer one = people.create("Ada " + unique, "", "", "");
        Merge first = merge(one, people.create("Ada " + unique, "", "", ""), "");
        Merge second = merge(one, people.create("Ada " + unique, "", "", ""), "");
        var request = ListMergesRequest.newBuilder().setCustomerId(one.getId()).setPageSize(1);

        // When
        var page = merges.listMerges(request.build());
        var next =
                merges.listMerges(request.setPageToken(page.getNextPageToken()).build());

        // Then
        assertThat(page.getMergesList()).containsExactly(second);
        assertThat(next.getMergesList()).containsExactly(first);
        assertThat(next.getNextPageToken()).isEmpty();
        assertThat(merges.listMerges(ListMergesRequest.getDefaultInstance()).getMergesList())
                .contains(first, second);
    }

    private void order(Customer customer) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            int inserted = statement.executeUpdate("""
                insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
                values (gen_random_uuid(), '%s', 'SALE', '%s', now(), 'EUR', 0, 0)\
                """.formatted(unique, customer.getId()));
            assertThat(inserted).isEqualTo(1);
        }
    }

    private String ownerOfOrder() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select customer_id from sales_order where number = '%s'".formatted(unique))) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private String reasonOf(Customer winner, Customer loser) {
        return failureOf(() -> merge(winner, loser, "")).reason();
    }

    private Merge merge(Customer winner, Customer loser, String requestId) {
        return merges.mergeCustomers(MergeCustomersRequest.newBuilder()
                        .setWinnerId(winner.getId())
                        .setLoserId(loser.getId())
                        .setRequestId(requestId)
                        .build())
                .getMerge();
    }

    private Merge undo(String id) {
        return merges.undoMerge(UndoMergeRequest.newBuilder().setId(id).build()).getMerge();
    }

    private void changeCountry(String id, String country) {
        var request = UpdateCustomerRequest.newBuilder()
                .setCustomer(people.get(id).toBuilder().setCountry(country));
        request.getUpdateMaskBuilder().addPaths("country");
        Customer changed = CustomerServiceGrpc.newBlockingStub(calls.as("ada", "admin"))
                .updateCustomer(request.build())
                .getCustomer();
        assertThat(changed.getCountry()).isEqualTo(country);
    }
}
