package io.smartcrm.customer.quality;

import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.cleaning.CleanField;
import io.smartcrm.customer.cleaning.CleaningPlan;
import io.smartcrm.customer.job.Job;
import io.smartcrm.customer.job.JobGrpc;
import io.smartcrm.proto.customer.v1.CleaningFieldPreview;
import io.smartcrm.proto.customer.v1.CleaningRule;
import io.smartcrm.proto.customer.v1.CleaningRules;
import io.smartcrm.proto.customer.v1.CleaningSample;
import io.smartcrm.proto.customer.v1.CleaningService;
import io.smartcrm.proto.customer.v1.PreviewCleaningRequest;
import io.smartcrm.proto.customer.v1.PreviewCleaningResponse;
import io.smartcrm.proto.customer.v1.StartCleaningRequest;
import io.smartcrm.proto.customer.v1.StartCleaningResponse;
import io.smartcrm.proto.customer.v1.UndoCleaningRequest;
import io.smartcrm.proto.customer.v1.UndoCleaningResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Cleaning over gRPC; everything runs on worker threads. */
@GrpcService
class CleaningGrpc implements CleaningService {
    private static final String PREFIX = "CLEANING_RULE_";

    private final Cleanings cleanings;
    private final SecurityIdentity caller;

    CleaningGrpc(Cleanings cleanings, SecurityIdentity caller) {
        this.cleanings = cleanings;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<PreviewCleaningResponse> previewCleaning(PreviewCleaningRequest request) {
        CleaningPreview preview = cleanings.preview(plan(request.getRulesList()), request.getCustomers());
        return Uni.createFrom()
                .item(PreviewCleaningResponse.newBuilder()
                        .setPreview(message(preview))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<StartCleaningResponse> startCleaning(StartCleaningRequest request) {
        Job job = cleanings.start(
                plan(request.getRulesList()), caller.getPrincipal().getName(), request.getRequestId());
        return Uni.createFrom()
                .item(StartCleaningResponse.newBuilder()
                        .setJob(JobGrpc.message(job))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<UndoCleaningResponse> undoCleaning(UndoCleaningRequest request) {
        Job job = cleanings.undo(
                Job.parseId(request.getId()), caller.getPrincipal().getName(), request.getRequestId());
        return Uni.createFrom()
                .item(UndoCleaningResponse.newBuilder()
                        .setJob(JobGrpc.message(job))
                        .build());
    }

    private static CleaningPlan plan(List<CleaningRules> told) {
        if (told.isEmpty()) {
            return CleaningPlan.USUAL;
        }
        Map<CleanField, List<io.smartcrm.customer.cleaning.CleaningRule>> rules = new EnumMap<>(CleanField.class);
        for (CleaningRules field : told) {
            var known = field.getRulesList().stream().map(CleaningGrpc::rule).toList();
            if (rules.put(CleanField.parse(field.getField()), known) != null) {
                throw Failure.invalid("rules", "field " + field.getField() + " is named twice");
            }
        }
        return new CleaningPlan(rules);
    }

    private static io.smartcrm.customer.cleaning.CleaningRule rule(CleaningRule rule) {
        if (rule == CleaningRule.UNRECOGNIZED || rule == CleaningRule.CLEANING_RULE_UNSPECIFIED) {
            throw Failure.invalid("rules", "name a rule that we do not know");
        }
        return io.smartcrm.customer.cleaning.CleaningRule.valueOf(rule.name().substring(PREFIX.length()));
    }

    private static io.smartcrm.proto.customer.v1.CleaningPreview message(CleaningPreview preview) {
        var message = io.smartcrm.proto.customer.v1.CleaningPreview.newBuilder().setCustomers(preview.customers());
        preview.fields().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(field -> {
            var part = CleaningFieldPreview.newBuilder()
                    .setField(field.getKey().label())
                    .setChanged(field.getValue().changed());
            field.getValue()
                    .samples()
                    .forEach(sample -> part.addSamples(CleaningSample.newBuilder()
                            .setCustomerId(sample.customer().toString())
                            .setBefore(sample.before())
                            .setAfter(sample.after())));
            message.addFields(part);
        });
        return message.build();
    }
}
