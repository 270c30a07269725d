package io.smartcrm.customer.quality;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.AcceptDuplicateRequest;
import io.smartcrm.proto.customer.v1.CancelDataJobRequest;
import io.smartcrm.proto.customer.v1.CleaningRules;
import io.smartcrm.proto.customer.v1.CleaningServiceGrpc;
import io.smartcrm.proto.customer.v1.DataJobServiceGrpc;
import io.smartcrm.proto.customer.v1.DuplicateServiceGrpc;
import io.smartcrm.proto.customer.v1.FindDuplicatesRequest;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.GetMergeRequest;
import io.smartcrm.proto.customer.v1.GetQualityReportRequest;
import io.smartcrm.proto.customer.v1.GetQualityTrendRequest;
import io.smartcrm.proto.customer.v1.ListDataJobsRequest;
import io.smartcrm.proto.customer.v1.ListDuplicatesRequest;
import io.smartcrm.proto.customer.v1.ListMergesRequest;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc;
import io.smartcrm.proto.customer.v1.PreviewCleaningRequest;
import io.smartcrm.proto.customer.v1.QualityServiceGrpc;
import io.smartcrm.proto.customer.v1.RejectDuplicateRequest;
import io.smartcrm.proto.customer.v1.ResumeDataJobRequest;
import io.smartcrm.proto.customer.v1.StartCleaningRequest;
import io.smartcrm.proto.customer.v1.StartQualityReportRequest;
import io.smartcrm.proto.customer.v1.UndoCleaningRequest;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may call what of merging, duplicates, cleaning, jobs and reports; requests that would do something are refused. */
@QuarkusTest
class RolesTest {
    private static final List<String> EVERY_ROLE = List.of("admin", "analyst", "marketer", "agent", "integrator");
    private static final Set<String> MINING = Set.of("admin", "analyst");
    private static final Set<String> READING = Set.of("admin", "analyst", "marketer");

    static List<Arguments> everyCall() {
        return List.of(
                Arguments.of("previewCleaning", MINING, (Consumer<Channel>)
                        channel -> CleaningServiceGrpc.newBlockingStub(channel)
                                .previewCleaning(PreviewCleaningRequest.newBuilder()
                                        .setCustomers(-1)
                                        .build())),
                Arguments.of("startCleaning", MINING, (Consumer<Channel>)
                        channel -> CleaningServiceGrpc.newBlockingStub(channel)
                                .startCleaning(StartCleaningRequest.newBuilder()
                                        .addRules(CleaningRules.getDefaultInstance())
                                        .build())),
                Arguments.of("undoCleaning", MINING, (Consumer<Channel>)
                        channel -> CleaningServiceGrpc.newBlockingStub(channel)
                                .undoCleaning(UndoCleaningRequest.getDefaultInstance())),
                Arguments.of("getDataJob", MINING, (Consumer<Channel>) channel ->
                        DataJobServiceGrpc.newBlockingStub(channel).getDataJob(GetDataJobRequest.getDefaultInstance())),
                Arguments.of("listDataJobs", MINING, (Consumer<Channel>)
                        channel -> DataJobServiceGrpc.newBlockingStub(channel)
                                .listDataJobs(ListDataJobsRequest.getDefaultInstance())),
                Arguments.of("cancelDataJob", MINING, (Consumer<Channel>)
                        channel -> DataJobServiceGrpc.newBlockingStub(channel)
                                .cancelDataJob(CancelDataJobRequest.getDefaultInstance())),
                Arguments.of("resumeDataJob", MINING, (Consumer<Channel>)
                        channel -> DataJobServiceGrpc.newBlockingStub(channel)
                                .resumeDataJob(ResumeDataJobRequest.getDefaultInstance())),
                Arguments.of("findDuplicates", MINING, (Consumer<Channel>)
                        channel -> DuplicateServiceGrpc.newBlockingStub(channel)
                                .findDuplicates(FindDuplicatesRequest.newBuilder()
                                        .setMergeFrom(2)
                                        .build())),
                Arguments.of("listDuplicates", MINING, (Consumer<Channel>)
                        channel -> DuplicateServiceGrpc.newBlockingStub(channel)
                                .listDuplicates(ListDuplicatesRequest.getDefaultInstance())),
                Arguments.of("acceptDuplicate", MINING, (Consumer<Channel>)
                        channel -> DuplicateServiceGrpc.newBlockingStub(channel)
                                .acceptDuplicate(AcceptDuplicateRequest.getDefaultInstance())),
                Arguments.of("rejectDuplicate", MINING, (Consumer<Channel>)
                        channel -> DuplicateServiceGrpc.newBlockingStub(channel)
                                .rejectDuplicate(RejectDuplicateRequest.getDefaultInstance())),
                Arguments.of("mergeCustomers", MINING, (Consumer<Channel>)
                        channel -> MergeServiceGrpc.newBlockingStub(channel)
                                .mergeCustomers(MergeCustomersRequest.getDefaultInstance())),
                Arguments.of("undoMerge", MINING, (Consumer<Channel>) channel ->
                        MergeServiceGrpc.newBlockingStub(channel).undoMerge(UndoMergeRequest.getDefaultInstance())),
                Arguments.of("getMerge", MINING, (Consumer<Channel>) channel ->
                        MergeServiceGrpc.newBlockingStub(channel).getMerge(GetMergeRequest.getDefaultInstance())),
                Arguments.of("listMerges", MINING, (Consumer<Channel>) channel ->
                        MergeServiceGrpc.newBlockingStub(channel).listMerges(ListMergesRequest.getDefaultInstance())),
                Arguments.of("startQualityReport", MINING, (Consumer<Channel>)
                        channel -> QualityServiceGrpc.newBlockingStub(channel)
                                .startQualityReport(StartQualityReportRequest.newBuilder()
                                        .setRequestId("x".repeat(201))
                                        .build())),
                Arguments.of("getQualityReport", READING, (Consumer<Channel>)
                        channel -> QualityServiceGrpc.newBlockingStub(channel)
                                .getQualityReport(GetQualityReportRequest.newBuilder()
                                        .setDay("none")
                                        .build())),
                Arguments.of("getQualityTrend", READING, (Consumer<Channel>)
                        channel -> QualityServiceGrpc.newBlockingStub(channel)
                                .getQualityTrend(GetQualityTrendRequest.getDefaultInstance())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCall")
    void onlyTheRolesOfACallMayMakeIt(String name, Set<String> roles, Consumer<Channel> call) {
        try (var calls = new Calls()) {
            assertThat(failureOf(() -> call.accept(calls.anonymous())).kind())
                    .as(name)
                    .isEqualTo(Failure.Kind.UNAUTHENTICATED);
            for (String role : EVERY_ROLE) {
                assertThat(denied(call, calls.as("rita", role)))
                        .as(name + " as " + role)
                        .isNotEqualTo(roles.contains(role));
            }
        }
    }

    private static boolean denied(Consumer<Channel> call, Channel channel) {
        try {
            call.accept(channel);
            return false;
        } catch (StatusRuntimeException failed) {
            return Failure.of(failed).kind() == Failure.Kind.DENIED;
        }
    }
}
