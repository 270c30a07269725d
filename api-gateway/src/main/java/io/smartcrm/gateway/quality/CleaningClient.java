package io.smartcrm.gateway.quality;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.datajob.DataJobClient;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.quality.CleaningPreviewView.FieldView;
import io.smartcrm.gateway.quality.CleaningPreviewView.SampleView;
import io.smartcrm.proto.customer.v1.CleaningPreview;
import io.smartcrm.proto.customer.v1.CleaningRule;
import io.smartcrm.proto.customer.v1.CleaningRules;
import io.smartcrm.proto.customer.v1.CleaningServiceGrpc;
import io.smartcrm.proto.customer.v1.PreviewCleaningRequest;
import io.smartcrm.proto.customer.v1.StartCleaningRequest;
import io.smartcrm.proto.customer.v1.UndoCleaningRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Asks customer-service to clean. */
@ApplicationScoped
class CleaningClient {
    private final Calls calls;

    CleaningClient(Calls calls) {
        this.calls = calls;
    }

    Uni<CleaningPreviewView> preview(CleaningPlan plan) {
        Integer customers = plan.customers();
        var request = PreviewCleaningRequest.newBuilder()
                .addAllRules(rules(plan))
                .setCustomers(customers == null ? 0 : customers)
                .build();
        return calls.read(Service.CUSTOMER, CleaningServiceGrpc.getPreviewCleaningMethod(), request)
                .map(response -> view(response.getPreview()));
    }

    Uni<DataJobView> start(CleaningPlan plan, String requestId) {
        var request = StartCleaningRequest.newBuilder()
                .addAllRules(rules(plan))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, CleaningServiceGrpc.getStartCleaningMethod(), request)
                .map(response -> DataJobClient.view(response.getJob()));
    }

    Uni<DataJobView> undo(String id, String requestId) {
        var request = UndoCleaningRequest.newBuilder()
                .setId(id)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, CleaningServiceGrpc.getUndoCleaningMethod(), request)
                .map(response -> DataJobClient.view(response.getJob()));
    }

    private static List<CleaningRules> rules(CleaningPlan plan) {
        Map<String, List<String>> told = plan.rules() == null ? Map.of() : plan.rules();
        return told.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(field -> CleaningRules.newBuilder()
                        .setField(field.getKey())
                        .addAllRules(field.getValue().stream()
                                .map(rule -> rule(field.getKey(), rule))
                                .toList())
                        .build())
                .toList();
    }

    private static CleaningRule rule(String field, String name) {
        return Arrays.stream(CleaningRule.values())
                .filter(rule -> rule != CleaningRule.UNRECOGNIZED && rule != CleaningRule.CLEANING_RULE_UNSPECIFIED)
                .filter(rule -> Messages.name(rule).equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("rules." + field, "'" + name + "' is no rule; see /openapi"));
    }

    private static CleaningPreviewView view(CleaningPreview preview) {
        return new CleaningPreviewView(
                preview.getCustomers(),
                preview.getFieldsList().stream()
                        .map(field -> new FieldView(
                                field.getField(),
                                field.getChanged(),
                                field.getSamplesList().stream()
                                        .map(sample -> new SampleView(
                                                sample.getCustomerId(), sample.getBefore(), sample.getAfter()))
                                        .toList()))
                        .toList());
    }
}
