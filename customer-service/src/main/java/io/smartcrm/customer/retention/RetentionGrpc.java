package io.smartcrm.customer.retention;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.outbox.Database;
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
import io.smartcrm.proto.customer.v1.RetentionRunState;
import io.smartcrm.proto.customer.v1.RetentionService;
import io.smartcrm.proto.customer.v1.StartRetentionRunRequest;
import io.smartcrm.proto.customer.v1.StartRetentionRunResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.annotation.security.RolesAllowed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Retention rules and their runs over gRPC. Everything runs on worker threads. */
@GrpcService
@Blocking
class RetentionGrpc implements RetentionService {
    private final Database database;
    private final OldRecords records;
    private final SecurityIdentity caller;
    private final Clock clock = Clock.systemUTC();

    RetentionGrpc(Database database, OldRecords records, SecurityIdentity caller) {
        this.database = database;
        this.records = records;
        this.caller = caller;
    }

    @Override
    @RolesAllowed("admin")
    public Uni<ListRetentionRulesResponse> listRetentionRules(ListRetentionRulesRequest request) {
        var rules = database.transaction(connection -> new RetentionTable(connection).rules());
        return Uni.createFrom()
                .item(ListRetentionRulesResponse.newBuilder()
                        .addAllRules(rules.stream().map(RetentionGrpc::message).toList())
                        .build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<CreateRetentionRuleResponse> createRetentionRule(CreateRetentionRuleRequest request) {
        var told = request.getRule();
        var rule = new RetentionRule(
                TimeOrderedId.next(),
                kind(told.getKind()),
                action(told.getAction()),
                told.getAgeDays(),
                told.getActive(),
                now());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateRetentionRuleResponse.parser(),
                        connection -> {
                            var table = new RetentionTable(connection);
                            checkAgainst(table.lockRules(), rule);
                            table.insert(rule);
                            return CreateRetentionRuleResponse.newBuilder()
                                    .setRule(message(rule))
                                    .build();
                        }));
    }

    @Override
    @RolesAllowed("admin")
    public Uni<DeleteRetentionRuleResponse> deleteRetentionRule(DeleteRetentionRuleRequest request) {
        UUID id = id("retention rule", request.getId());
        if (!database.transaction(connection -> new RetentionTable(connection).deleteRule(id))) {
            throw Failure.notFound("retention rule", request.getId());
        }
        return Uni.createFrom().item(DeleteRetentionRuleResponse.getDefaultInstance());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<PreviewRetentionRuleResponse> previewRetentionRule(PreviewRetentionRuleRequest request) {
        UUID id = id("retention rule", request.getId());
        Instant now = now();
        PreviewRetentionRuleResponse preview = database.transaction(connection -> {
            RetentionRule rule = rule(connection, id);
            return PreviewRetentionRuleResponse.newBuilder()
                    .setRecords(records.count(connection, rule, rule.before(now)))
                    .setBeforeTime(timestamp(rule.before(now)))
                    .addAllSampleIds(records.sample(connection, rule, rule.before(now)).stream()
                            .map(UUID::toString)
                            .toList())
                    .build();
        });
        return Uni.createFrom().item(preview);
    }

    @Override
    @RolesAllowed("admin")
    public Uni<StartRetentionRunResponse> startRetentionRun(StartRetentionRunRequest request) {
        UUID id = id("retention rule", request.getRuleId());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        StartRetentionRunResponse.parser(),
                        connection -> {
                            RetentionRun run = new RetentionTable(connection)
                                    .insertRun(TimeOrderedId.next(), rule(connection, id), now());
                            return StartRetentionRunResponse.newBuilder()
                                    .setRun(message(run))
                                    .build();
                        }));
    }

    @Override
    @RolesAllowed("admin")
    public Uni<GetRetentionRunResponse> getRetentionRun(GetRetentionRunRequest request) {
        RetentionRun run = run(id("retention run", request.getId()));
        return Uni.createFrom()
                .item(GetRetentionRunResponse.newBuilder().setRun(message(run)).build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<ListRetentionRunsResponse> listRetentionRuns(ListRetentionRunsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<UUID> rule = request.getRuleId().isEmpty()
                ? Optional.empty()
                : Optional.of(id("retention rule", request.getRuleId()));
        String query = "retention-runs/" + request.getRuleId();
        Optional<TimePosition> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(TimePosition.decode(request.getPageToken(), query));
        List<RetentionRun> found =
                database.transaction(connection -> new RetentionTable(connection).list(rule, after, size + 1));
        var response = ListRetentionRunsResponse.newBuilder();
        found.stream().limit(size).map(RetentionGrpc::message).forEach(response::addRuns);
        if (found.size() > size) {
            RetentionRun last = found.get(size - 1);
            response.setNextPageToken(new TimePosition(last.createTime(), last.id()).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed("admin")
    public Uni<CancelRetentionRunResponse> cancelRetentionRun(CancelRetentionRunRequest request) {
        UUID id = id("retention run", request.getId());
        RetentionRun run = run(id);
        if (run.ended()) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE, "RETENTION_RUN_ENDED", "run '" + id + "' ended before: " + run.state());
        }
        database.transaction(connection -> new RetentionTable(connection).cancel(id));
        return Uni.createFrom()
                .item(CancelRetentionRunResponse.newBuilder()
                        .setRun(message(run(id)))
                        .build());
    }

    private RetentionRun run(UUID id) {
        return database.transaction(connection -> new RetentionTable(connection).run(id))
                .orElseThrow(() -> Failure.notFound("retention run", id.toString()));
    }

    private static RetentionRule rule(Connection connection, UUID id) throws SQLException {
        return new RetentionTable(connection)
                .rule(id)
                .orElseThrow(() -> Failure.notFound("retention rule", id.toString()));
    }

    private static void checkAgainst(List<RetentionRule> known, RetentionRule rule) {
        for (RetentionRule other : known) {
            rule.contradiction(other).ifPresent(why -> {
                throw new Failure(
                        Failure.Kind.CONFLICT,
                        "RETENTION_RULES_CONTRADICT",
                        "together with active rule '" + other.id() + "' this one " + why);
            });
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static UUID id(String what, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound(what, text);
        }
    }

    private static RetentionRule.Kind kind(RetentionKind kind) {
        return switch (kind) {
            case RETENTION_KIND_INACTIVE_CUSTOMER -> RetentionRule.Kind.INACTIVE_CUSTOMER;
            case RETENTION_KIND_CONSENT_RECORD -> RetentionRule.Kind.CONSENT_RECORD;
            case RETENTION_KIND_IMPORT_REJECTION -> RetentionRule.Kind.IMPORT_REJECTION;
            case RETENTION_KIND_SUPPORT_CASE -> RetentionRule.Kind.SUPPORT_CASE;
            case RETENTION_KIND_INTERACTION -> RetentionRule.Kind.INTERACTION;
            case RETENTION_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.invalid("rule.kind", "is none of " + List.of(RetentionRule.Kind.values()));
        };
    }

    private static RetentionRule.Action action(RetentionAction action) {
        return switch (action) {
            case RETENTION_ACTION_ERASE -> RetentionRule.Action.ERASE;
            case RETENTION_ACTION_ANONYMISE -> RetentionRule.Action.ANONYMISE;
            case RETENTION_ACTION_UNSPECIFIED, UNRECOGNIZED ->
                throw Failure.invalid("rule.action", "is none of " + List.of(RetentionRule.Action.values()));
        };
    }

    private static io.smartcrm.proto.customer.v1.RetentionRule message(RetentionRule rule) {
        return io.smartcrm.proto.customer.v1.RetentionRule.newBuilder()
                .setId(rule.id().toString())
                .setKind(
                        switch (rule.kind()) {
                            case INACTIVE_CUSTOMER -> RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER;
                            case CONSENT_RECORD -> RetentionKind.RETENTION_KIND_CONSENT_RECORD;
                            case IMPORT_REJECTION -> RetentionKind.RETENTION_KIND_IMPORT_REJECTION;
                            case SUPPORT_CASE -> RetentionKind.RETENTION_KIND_SUPPORT_CASE;
                            case INTERACTION -> RetentionKind.RETENTION_KIND_INTERACTION;
                        })
                .setAgeDays(rule.ageDays())
                .setAction(
                        switch (rule.action()) {
                            case ERASE -> RetentionAction.RETENTION_ACTION_ERASE;
                            case ANONYMISE -> RetentionAction.RETENTION_ACTION_ANONYMISE;
                        })
                .setActive(rule.active())
                .setCreateTime(timestamp(rule.createTime()))
                .build();
    }

    private static io.smartcrm.proto.customer.v1.RetentionRun message(RetentionRun run) {
        var message = io.smartcrm.proto.customer.v1.RetentionRun.newBuilder()
                .setId(run.id().toString())
                .setRuleId(run.ruleId().toString())
                .setState(
                        switch (run.state()) {
                            case WAITING -> RetentionRunState.RETENTION_RUN_STATE_WAITING;
                            case RUNNING -> RetentionRunState.RETENTION_RUN_STATE_RUNNING;
                            case SUCCEEDED -> RetentionRunState.RETENTION_RUN_STATE_SUCCEEDED;
                            case FAILED -> RetentionRunState.RETENTION_RUN_STATE_FAILED;
                            case CANCELLED -> RetentionRunState.RETENTION_RUN_STATE_CANCELLED;
                        })
                .setBeforeTime(timestamp(run.before()))
                .setTotalRecords(run.totalRecords())
                .setDoneRecords(run.doneRecords())
                .setCreateTime(timestamp(run.createTime()))
                .setFailure(run.failure());
        run.endTime().map(RetentionGrpc::timestamp).ifPresent(message::setEndTime);
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
