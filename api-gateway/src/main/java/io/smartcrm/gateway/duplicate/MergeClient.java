package io.smartcrm.gateway.duplicate;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.GetMergeRequest;
import io.smartcrm.proto.customer.v1.ListMergesRequest;
import io.smartcrm.proto.customer.v1.Merge;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc;
import io.smartcrm.proto.customer.v1.Survivorship;
import io.smartcrm.proto.customer.v1.SurvivorshipRule;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks customer-service to merge. */
@ApplicationScoped
class MergeClient {
    private final Calls calls;

    MergeClient(Calls calls) {
        this.calls = calls;
    }

    Uni<MergeView> merge(NewMerge wanted, String requestId) {
        var request = MergeCustomersRequest.newBuilder()
                .setWinnerId(text(wanted.winnerId()))
                .setLoserId(text(wanted.loserId()))
                .setSurvivorship(survivorship(wanted.survivorship()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, MergeServiceGrpc.getMergeCustomersMethod(), request)
                .map(response -> view(response.getMerge()));
    }

    Uni<MergeView> undo(String id) {
        var request = UndoMergeRequest.newBuilder().setId(id).build();
        return calls.change(Service.CUSTOMER, MergeServiceGrpc.getUndoMergeMethod(), request)
                .map(response -> view(response.getMerge()));
    }

    Uni<MergeView> get(String id) {
        var request = GetMergeRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, MergeServiceGrpc.getGetMergeMethod(), request)
                .map(response -> view(response.getMerge()));
    }

    Uni<Page<MergeView>> list(String customerId, int pageSize, String pageToken) {
        var request = ListMergesRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, MergeServiceGrpc.getListMergesMethod(), request)
                .map(response -> Page.of(response.getMergesList(), MergeClient::view, response.getNextPageToken()));
    }

    static Survivorship survivorship(@Nullable SurvivorshipRules rules) {
        if (rules == null) {
            return Survivorship.getDefaultInstance();
        }
        var message = Survivorship.newBuilder()
                .setName(rule(rules.name()))
                .setEmail(rule(rules.email()))
                .setPhone(rule(rules.phone()))
                .setCountry(rule(rules.country()));
        if (rules.sources() != null) {
            message.addAllSources(rules.sources());
        }
        return message.build();
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static SurvivorshipRule rule(@Nullable String rule) {
        return rule == null
                ? SurvivorshipRule.SURVIVORSHIP_RULE_UNSPECIFIED
                : SurvivorshipRule.valueOf(Messages.prefix(SurvivorshipRule.class) + rule);
    }

    private static MergeView view(Merge merge) {
        return new MergeView(
                merge.getId(),
                merge.getWinnerId(),
                merge.getLoserId(),
                Messages.name(merge.getState()),
                merge.getTakenFieldsList(),
                merge.getMovedMap(),
                Messages.time(merge.hasMergeTime(), merge.getMergeTime()),
                Messages.time(merge.hasUndoTime(), merge.getUndoTime()));
    }
}
