package io.smartcrm.customer.duplicate;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.People;
import io.smartcrm.proto.customer.v1.AcceptDuplicateRequest;
import io.smartcrm.proto.customer.v1.CancelDataJobRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.DataJobServiceGrpc;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.Duplicate;
import io.smartcrm.proto.customer.v1.DuplicateServiceGrpc;
import io.smartcrm.proto.customer.v1.DuplicateServiceGrpc.DuplicateServiceBlockingStub;
import io.smartcrm.proto.customer.v1.DuplicateState;
import io.smartcrm.proto.customer.v1.FindDuplicatesRequest;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.ListDataJobsRequest;
import io.smartcrm.proto.customer.v1.ListDuplicatesRequest;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc;
import io.smartcrm.proto.customer.v1.RejectDuplicateRequest;
import io.smartcrm.proto.customer.v1.ResumeDataJobRequest;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuplicateGrpcTest {
    private final String unique = People.unique();

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private People people;
    private DuplicateServiceBlockingStub duplicates;

    @BeforeEach
    void connect() {
        calls = new Calls();
        people = new People(calls.as("ada", "admin"));
        duplicates = DuplicateServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void whatASearchFindsAPersonAcceptsOrRejectsForGood() {
        // Given
        List<Customer> same = twins();
        List<Customer> alike = twins();

        // When
        search(false);
        Duplicate accepted = duplicates
                .acceptDuplicate(AcceptDuplicateRequest.newBuilder()
                        .setId(found(same, DuplicateState.DUPLICATE_STATE_OPEN)
                                .orElseThrow()
                                .getId())
                        .setWinnerId(same.get(1).getId())
                        .build())
                .getDuplicate();
        Duplicate rejected =
                reject(found(alike, DuplicateState.DUPLICATE_STATE_OPEN).orElseThrow());
        search(true);

        // Then
        assertThat(accepted.getState()).isEqualTo(DuplicateState.DUPLICATE_STATE_MERGED);
        assertThat(accepted.getMergeId()).isNotEmpty();
        assertThat(accepted.getAgreementMap()).containsEntry("email", "SAME");
        assertThat(people.get(same.get(1).getId()).getIdentitiesList()).hasSize(2);
        assertThat(rejected.getState()).isEqualTo(DuplicateState.DUPLICATE_STATE_REJECTED);
        assertThat(found(alike, DuplicateState.DUPLICATE_STATE_OPEN)).isEmpty();
        assertThat(people.get(alike.get(0).getId()).getIdentitiesList()).hasSize(1);
        assertThat(failureOf(() -> reject(accepted)).reason()).isEqualTo("DUPLICATE_MERGED");
    }

    @Test
    void whatIsCertainIsMergedWithoutAskingAndStaysTwoOnceItIsSeparated() {
        // Given
        List<Customer> same = twins();

        // When
        DataJob job = search(true);

        // Then
        assertThat(job.getCountsMap().get("merged")).isPositive();
        assertThat(job.getDone()).isEqualTo(job.getTotal());
        Duplicate merged = found(same, DuplicateState.DUPLICATE_STATE_MERGED).orElseThrow();
        MergeServiceGrpc.newBlockingStub(calls.as("ann", "analyst"))
                .undoMerge(
                        UndoMergeRequest.newBuilder().setId(merged.getMergeId()).build());
        search(true);
        assertThat(people.get(same.get(0).getId()).getIdentitiesList()).hasSize(1);
        assertThat(people.get(same.get(1).getId()).getIdentitiesList()).hasSize(1);
    }

    @Test
    void aRepeatedRequestGetsTheSameJobAndAnotherWithItsNameIsRefused() {
        // Given
        var request = FindDuplicatesRequest.newBuilder().setRequestId("find-" + unique);
        DataJob first = duplicates.findDuplicates(request.build()).getJob();

        // When
        DataJob second = duplicates.findDuplicates(request.build()).getJob();

        // Then
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(failureOf(() -> duplicates.findDuplicates(
                                request.setMergeFrom(.9).build()))
                        .reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        people.succeeded(first);
    }

    @Test
    void aJobThatEndedCannotBeCancelled() {
        // Given
        var jobs = DataJobServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
        DataJob ended = search(false);

        // When
        var failure = failureOf(() -> jobs.cancelDataJob(
                CancelDataJobRequest.newBuilder().setId(ended.getId()).build()));

        // Then
        assertThat(failure.reason()).isEqualTo("JOB_ENDED");
        assertThat(jobs.listDataJobs(
                                ListDataJobsRequest.newBuilder().setPageSize(1).build())
                        .getJobsList())
                .hasSize(1);
        assertThat(failureOf(() -> jobs.getDataJob(
                                GetDataJobRequest.newBuilder().setId("none").build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void aJobThatWasCancelledIsResumedAndOneThatSucceededIsNot() throws SQLException {
        // Given
        var jobs = DataJobServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
        DataJob ended = search(false);
        var request = ResumeDataJobRequest.newBuilder().setId(ended.getId()).build();
        String refused = failureOf(() -> jobs.resumeDataJob(request)).reason();
        cancelAfterwards(ended);

        // When
        DataJob resumed = jobs.resumeDataJob(request).getJob();

        // Then
        assertThat(refused).isEqualTo("JOB_ENDED");
        assertThat(resumed.getState()).isIn(DataJobState.DATA_JOB_STATE_WAITING, DataJobState.DATA_JOB_STATE_RUNNING);
        DataJob again = people.succeeded(resumed);
        assertThat(again.getDone()).isEqualTo(again.getTotal());
        assertThat(again.getStartTime()).isEqualTo(ended.getStartTime());
    }

    @Test
    void questionsThatMakeNoSenseAreRefused() {
        assertThat(failureOf(() -> duplicates.findDuplicates(FindDuplicatesRequest.newBuilder()
                                .setMergeFrom(.3)
                                .build()))
                        .violations())
                .singleElement()
                .satisfies(bad -> assertThat(bad.field()).isEqualTo("mergeFrom"));
        assertThat(failureOf(() -> duplicates.findDuplicates(FindDuplicatesRequest.newBuilder()
                                .setAttribute("shoeSize")
                                .build()))
                        .violations())
                .singleElement()
                .satisfies(bad -> assertThat(bad.field()).isEqualTo("attribute"));
        assertThat(failureOf(() -> duplicates.listDuplicates(ListDuplicatesRequest.newBuilder()
                                .setPageToken("x")
                                .build()))
                        .violations())
                .singleElement()
                .satisfies(bad -> assertThat(bad.field()).isEqualTo("pageToken"));
        assertThat(failureOf(() -> duplicates.acceptDuplicate(
                                AcceptDuplicateRequest.newBuilder().setId("x").build()))
                        .reason())
                .isEqualTo("DUPLICATE_NOT_FOUND");
    }

    /** One person, told of twice, and like nobody else. */
    private List<Customer> twins() {
        String own = People.unique();
        String email = own + "@example.org";
        return List.of(
                people.create("Ada " + own, email, "+44 20 7946 0018", ""), people.create("Ada " + own, email, "", ""));
    }

    /** As if somebody had been faster than the worker. */
    private void cancelAfterwards(DataJob job) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update data_job set state = 'CANCELLED', cancel_requested = true where id = ?")) {
            statement.setObject(1, UUID.fromString(job.getId()));
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private DataJob search(boolean autoMerge) {
        return people.succeeded(duplicates
                .findDuplicates(FindDuplicatesRequest.newBuilder()
                        .setAutoMerge(autoMerge)
                        .build())
                .getJob());
    }

    private Duplicate reject(Duplicate pair) {
        return duplicates
                .rejectDuplicate(
                        RejectDuplicateRequest.newBuilder().setId(pair.getId()).build())
                .getDuplicate();
    }

    private Optional<Duplicate> found(List<Customer> pair, DuplicateState state) {
        List<Duplicate> all = new ArrayList<>();
        var request = ListDuplicatesRequest.newBuilder().setState(state).setPageSize(200);
        do {
            var page = duplicates.listDuplicates(request.build());
            all.addAll(page.getDuplicatesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        List<String> ids = pair.stream().map(Customer::getId).sorted().toList();
        return all.stream()
                .filter(found -> List.of(found.getFirstCustomerId(), found.getSecondCustomerId())
                        .equals(ids))
                .findFirst();
    }
}
