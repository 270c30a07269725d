package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CancelRetentionRunRequest;
import io.smartcrm.proto.customer.v1.CancelRetentionRunResponse;
import io.smartcrm.proto.customer.v1.CreateRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.CreateRetentionRuleResponse;
import io.smartcrm.proto.customer.v1.DeleteRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.DeleteRetentionRuleResponse;
import io.smartcrm.proto.customer.v1.GetRetentionRunRequest;
import io.smartcrm.proto.customer.v1.GetRetentionRunResponse;
import io.smartcrm.proto.customer.v1.ListRetentionRulesRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRulesResponse;
import io.smartcrm.proto.customer.v1.ListRetentionRunsRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRunsResponse;
import io.smartcrm.proto.customer.v1.PreviewRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.PreviewRetentionRuleResponse;
import io.smartcrm.proto.customer.v1.RetentionAction;
import io.smartcrm.proto.customer.v1.RetentionKind;
import io.smartcrm.proto.customer.v1.RetentionRule;
import io.smartcrm.proto.customer.v1.RetentionRun;
import io.smartcrm.proto.customer.v1.RetentionRunState;
import io.smartcrm.proto.customer.v1.RetentionServiceGrpc.RetentionServiceImplBase;
import io.smartcrm.proto.customer.v1.StartRetentionRunRequest;
import io.smartcrm.proto.customer.v1.StartRetentionRunResponse;

/** One rule, which meets two customers, and one run of it that waits. */
final class FakeRetention extends RetentionServiceImplBase {
    @Override
    public void listRetentionRules(
            ListRetentionRulesRequest request, StreamObserver<ListRetentionRulesResponse> answer) {
        Ids.complete(
                answer, ListRetentionRulesResponse.newBuilder().addRules(rule()).build());
    }

    @Override
    public void createRetentionRule(
            CreateRetentionRuleRequest request, StreamObserver<CreateRetentionRuleResponse> answer) {
        Ids.complete(
                answer,
                CreateRetentionRuleResponse.newBuilder()
                        .setRule(request.getRule().toBuilder().setId(Ids.KNOWN))
                        .build());
    }

    @Override
    public void deleteRetentionRule(
            DeleteRetentionRuleRequest request, StreamObserver<DeleteRetentionRuleResponse> answer) {
        Ids.answer("retention rule", request.getId(), answer, () -> DeleteRetentionRuleResponse.getDefaultInstance());
    }

    @Override
    public void previewRetentionRule(
            PreviewRetentionRuleRequest request, StreamObserver<PreviewRetentionRuleResponse> answer) {
        Ids.answer(
                "retention rule",
                request.getId(),
                answer,
                () -> PreviewRetentionRuleResponse.newBuilder()
                        .setRecords(2)
                        .addSampleIds(Ids.NEVER_BOUGHT)
                        .build());
    }

    @Override
    public void startRetentionRun(StartRetentionRunRequest request, StreamObserver<StartRetentionRunResponse> answer) {
        Ids.answer(
                "retention rule",
                request.getRuleId(),
                answer,
                () -> StartRetentionRunResponse.newBuilder().setRun(run()).build());
    }

    @Override
    public void getRetentionRun(GetRetentionRunRequest request, StreamObserver<GetRetentionRunResponse> answer) {
        Ids.answer(
                "retention run",
                request.getId(),
                answer,
                () -> GetRetentionRunResponse.newBuilder().setRun(run()).build());
    }

    @Override
    public void listRetentionRuns(ListRetentionRunsRequest request, StreamObserver<ListRetentionRunsResponse> answer) {
        Ids.complete(
                answer, ListRetentionRunsResponse.newBuilder().addRuns(run()).build());
    }

    @Override
    public void cancelRetentionRun(
            CancelRetentionRunRequest request, StreamObserver<CancelRetentionRunResponse> answer) {
        Ids.answer(
                "retention run",
                request.getId(),
                answer,
                () -> CancelRetentionRunResponse.newBuilder()
                        .setRun(run().toBuilder().setState(RetentionRunState.RETENTION_RUN_STATE_CANCELLED))
                        .build());
    }

    private static RetentionRule rule() {
        return RetentionRule.newBuilder()
                .setId(Ids.KNOWN)
                .setKind(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER)
                .setAgeDays(1_095)
                .setAction(RetentionAction.RETENTION_ACTION_ERASE)
                .build();
    }

    private static RetentionRun run() {
        return RetentionRun.newBuilder()
                .setId(Ids.KNOWN)
                .setRuleId(Ids.KNOWN)
                .setState(RetentionRunState.RETENTION_RUN_STATE_WAITING)
                .build();
    }
}
