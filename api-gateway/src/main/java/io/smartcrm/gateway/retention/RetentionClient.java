package io.smartcrm.gateway.retention;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.retention.RetentionViews.NewRule;
import io.smartcrm.gateway.retention.RetentionViews.PreviewView;
import io.smartcrm.gateway.retention.RetentionViews.RuleView;
import io.smartcrm.gateway.retention.RetentionViews.RunView;
import io.smartcrm.proto.customer.v1.CancelRetentionRunRequest;
import io.smartcrm.proto.customer.v1.CreateRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.DeleteRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.GetRetentionRunRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRulesRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRunsRequest;
import io.smartcrm.proto.customer.v1.PreviewRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.RetentionAction;
import io.smartcrm.proto.customer.v1.RetentionKind;
import io.smartcrm.proto.customer.v1.RetentionRule;
import io.smartcrm.proto.customer.v1.RetentionRun;
import io.smartcrm.proto.customer.v1.RetentionServiceGrpc;
import io.smartcrm.proto.customer.v1.StartRetentionRunRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks customer-service what is kept how long. */
@ApplicationScoped
class RetentionClient {
    private final Calls calls;

    RetentionClient(Calls calls) {
        this.calls = calls;
    }

    Uni<Page<RuleView>> rules() {
        var request = ListRetentionRulesRequest.getDefaultInstance();
        return calls.read(Service.CUSTOMER, RetentionServiceGrpc.getListRetentionRulesMethod(), request)
                .map(response -> Page.of(response.getRulesList(), RetentionClient::view, ""));
    }

    Uni<RuleView> create(NewRule wanted, String requestId) {
        var rule = RetentionRule.newBuilder()
                .setKind(Messages.constant(RetentionKind.class, "kind", wanted.kind()))
                .setAgeDays(requireNonNullElse(wanted.ageDays(), 0))
                .setAction(action(wanted.action()))
                .setActive(requireNonNullElse(wanted.active(), false));
        var request = CreateRetentionRuleRequest.newBuilder()
                .setRule(rule)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, RetentionServiceGrpc.getCreateRetentionRuleMethod(), request)
                .map(response -> view(response.getRule()));
    }

    Uni<Void> delete(String id) {
        var request = DeleteRetentionRuleRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, RetentionServiceGrpc.getDeleteRetentionRuleMethod(), request)
                .replaceWithVoid();
    }

    Uni<PreviewView> preview(String id) {
        var request = PreviewRetentionRuleRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, RetentionServiceGrpc.getPreviewRetentionRuleMethod(), request)
                .map(response -> new PreviewView(
                        response.getRecords(),
                        Messages.time(response.hasBeforeTime(), response.getBeforeTime()),
                        response.getSampleIdsList()));
    }

    Uni<RunView> start(String ruleId, String requestId) {
        var request = StartRetentionRunRequest.newBuilder()
                .setRuleId(ruleId)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, RetentionServiceGrpc.getStartRetentionRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<RunView> run(String id) {
        var request = GetRetentionRunRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, RetentionServiceGrpc.getGetRetentionRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<Page<RunView>> runs(String ruleId, int pageSize, String pageToken) {
        var request = ListRetentionRunsRequest.newBuilder()
                .setRuleId(ruleId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, RetentionServiceGrpc.getListRetentionRunsMethod(), request)
                .map(response -> Page.of(response.getRunsList(), RetentionClient::view, response.getNextPageToken()));
    }

    Uni<RunView> cancel(String id) {
        var request = CancelRetentionRunRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, RetentionServiceGrpc.getCancelRetentionRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    private static RetentionAction action(@Nullable String action) {
        return action == null
                ? RetentionAction.RETENTION_ACTION_ERASE
                : Messages.constant(RetentionAction.class, "action", action);
    }

    private static RuleView view(RetentionRule rule) {
        return new RuleView(
                rule.getId(),
                Messages.name(rule.getKind()),
                rule.getAgeDays(),
                Messages.name(rule.getAction()),
                rule.getActive(),
                Messages.time(rule.hasCreateTime(), rule.getCreateTime()));
    }

    private static RunView view(RetentionRun run) {
        return new RunView(
                run.getId(),
                run.getRuleId(),
                Messages.name(run.getState()),
                Messages.time(run.hasBeforeTime(), run.getBeforeTime()),
                run.getTotalRecords(),
                run.getDoneRecords(),
                Messages.time(run.hasCreateTime(), run.getCreateTime()),
                Messages.time(run.hasEndTime(), run.getEndTime()),
                Messages.text(run.getFailure()));
    }
}
