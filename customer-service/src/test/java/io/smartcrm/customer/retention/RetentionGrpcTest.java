package io.smartcrm.customer.retention;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.CancelRetentionRunRequest;
import io.smartcrm.proto.customer.v1.CreateRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.DeleteRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.GetRetentionRunRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRulesRequest;
import io.smartcrm.proto.customer.v1.ListRetentionRunsRequest;
import io.smartcrm.proto.customer.v1.PreviewRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.PreviewRetentionRuleResponse;
import io.smartcrm.proto.customer.v1.RetentionAction;
import io.smartcrm.proto.customer.v1.RetentionKind;
import io.smartcrm.proto.customer.v1.RetentionRule;
import io.smartcrm.proto.customer.v1.RetentionRun;
import io.smartcrm.proto.customer.v1.RetentionRunState;
import io.smartcrm.proto.customer.v1.RetentionServiceGrpc;
import io.smartcrm.proto.customer.v1.RetentionServiceGrpc.RetentionServiceBlockingStub;
import io.smartcrm.proto.customer.v1.StartRetentionRunRequest;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionGrpcTest {
    /** Older than all that other tests leave behind. */
    private static final int AGE_DAYS = 20_000;

    private final UUID forgotten = UUID.randomUUID();
    private final UUID kept = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    RetentionWorker worker;

    private Calls calls;
    private RetentionServiceBlockingStub retention;

    @BeforeEach
    void connect() {
        calls = new Calls();
        retention = RetentionServiceGrpc.newBlockingStub(calls.as("root", "admin"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void customersOfWhomNothingIsRecordedAreErasedButNotWhoIsRestricted() throws SQLException {
        // Given
        UUID active = UUID.randomUUID();
        execute("""
                insert into customer (id, create_time, update_time)
                select unnest(array['%s', '%s', '%s']::uuid[]), '1960-01-01', now()""".formatted(forgotten, kept, active));
        execute("insert into processing_limit values ('" + kept + "', true, false, 'claim', now())");
        execute("""
                insert into support_case (id, customer_id, status, priority, channel, subject, assignee, open_time, update_time,
                    version)
                values (gen_random_uuid(), '%s', 'OPEN', 'NORMAL', 'web', '', '', now(), now(), 1)""".formatted(active));
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(preview.getRecords()).isEqualTo(1);
        assertThat(preview.getSampleIdsList()).containsExactly(forgotten.toString());
        assertThat(run.getState()).isEqualTo(RetentionRunState.RETENTION_RUN_STATE_SUCCEEDED);
        assertThat(List.of(run.getTotalRecords(), run.getDoneRecords())).containsExactly(1L, 1L);
        assertThat(rows("customer where id = '" + forgotten + "'")).isZero();
        assertThat(rows("customer where id in ('" + kept + "', '" + active + "')"))
                .isEqualTo(2);
        assertThat(rows("erasure where customer_id = '" + forgotten + "'")).isEqualTo(1);
        assertThat(rows("(select resource_id from audit_waiting union select resource_id from audit_entry) as noted"
                        + " where resource_id = '" + run.getId() + "'"))
                .isEqualTo(1);
        execute("delete from customer where id in ('" + kept + "', '" + active + "')");
    }

    @Test
    void wordsThatWereReplacedGoAndTheValidOneStays() throws SQLException {
        // Given
        execute("""
                insert into consent_record (id, customer_id, purpose, channel, state, effective_time, source, record_time)
                select gen_random_uuid(), '%s', 'marketing', 'email', 'GRANTED', time, 'shop', time
                from unnest(array['1960-01-01', '1960-02-01']::timestamptz[]) as time""".formatted(kept));
        execute("""
                insert into consent
                select customer_id, purpose, channel, state, effective_time, expire_time, source, text_version, evidence,
                    record_time
                from consent_record where customer_id = '%s' and effective_time = '1960-02-01'""".formatted(kept));
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_CONSENT_RECORD);
        // When
        RetentionRun run = applied(rule);
        // Then
        assertThat(run.getDoneRecords()).isEqualTo(1);
        assertThat(rows("consent_record where customer_id = '" + kept + "'")).isEqualTo(1);
        assertThat(rows("consent where customer_id = '" + kept + "'")).isEqualTo(1);
    }

    @Test
    void rowsThatOldImportsRejectedGo() throws SQLException {
        // Given
        execute("""
                insert into import_job (id, file_name, state, fields, columns, default_currency, credit_note_prefix,
                    time_zone, encoding, delimiter, customer_namespace, total_bytes, create_time, end_time, principal,
                    request_id, request_hash)
                values ('%s', 'old.csv', 'SUCCEEDED', '{}', '{}', 'EUR', '', 'UTC', '', '', 'shop', 0, '1960-01-01',
                    '1960-01-01', 'ina', '', '')""".formatted(kept));
        execute("""
                insert into import_rejection (import_id, line, column_name, sealed)
                values ('%s', 2, 'quantity', decode('00', 'hex'))""".formatted(kept));
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_IMPORT_REJECTION);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(preview.getSampleIdsList()).containsExactly(kept.toString());
        assertThat(run.getDoneRecords()).isEqualTo(1);
        assertThat(rows("import_rejection where import_id = '" + kept + "'")).isZero();
    }

    @Test
    void aRuleIsListedWithItsRunsUntilItIsDeleted() {
        // Given
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_CONSENT_RECORD);
        RetentionRun first = applied(rule);
        RetentionRun second = applied(rule);
        var request =
                ListRetentionRunsRequest.newBuilder().setRuleId(rule.getId()).setPageSize(1);
        // When
        var page = retention.listRetentionRuns(request.build());
        var next = retention.listRetentionRuns(
                request.setPageToken(page.getNextPageToken()).build());
        // Then
        assertThat(page.getRunsList()).containsExactly(second);
        assertThat(next.getRunsList()).containsExactly(first);
        assertThat(next.getNextPageToken()).isEmpty();
        assertThat(rules()).contains(rule);
        retention.deleteRetentionRule(
                DeleteRetentionRuleRequest.newBuilder().setId(rule.getId()).build());
        assertThat(rules()).doesNotContain(rule);
        assertThat(failureOf(() -> run(first.getId())).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failureOf(() -> preview(rule)).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void rejectedRowsAreForgottenByDefault() {
        // When
        // Then
        assertThat(rules())
                .anySatisfy(rule -> assertThat(rule.getKind() + " " + rule.getAgeDays() + " " + rule.getActive())
                        .isEqualTo("RETENTION_KIND_IMPORT_REJECTION 90 true"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        // Given
        RetentionRule good = wanted(RetentionKind.RETENTION_KIND_CONSENT_RECORD).build();
        RetentionRun ended = applied(rule(RetentionKind.RETENTION_KIND_CONSENT_RECORD));
        // When
        var ageless = failureOf(() -> create(good.toBuilder().setAgeDays(0).build()));
        var kindless = failureOf(() -> create(good.toBuilder().clearKind().build()));
        var idle = failureOf(() -> create(good.toBuilder().clearAction().build()));
        var late = failureOf(() -> retention.cancelRetentionRun(
                CancelRetentionRunRequest.newBuilder().setId(ended.getId()).build()));
        var noId = failureOf(() -> run("mine"));
        // Then
        assertThat(ageless.violations().get(0).field()).isEqualTo("rule.ageDays");
        assertThat(kindless.violations().get(0).field()).isEqualTo("rule.kind");
        assertThat(idle.violations().get(0).field()).isEqualTo("rule.action");
        assertThat(late.reason()).isEqualTo("RETENTION_RUN_ENDED");
        assertThat(noId.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void onlyAnAdministratorSaysWhatIsKept() {
        for (String role : List.of("analyst", "marketer", "agent", "integrator")) {
            // Given
            var other = RetentionServiceGrpc.newBlockingStub(calls.as("rita", role));
            // When
            var failure = failureOf(() -> other.listRetentionRules(ListRetentionRulesRequest.getDefaultInstance()));
            // Then
            assertThat(failure.kind()).as(role).isEqualTo(Failure.Kind.DENIED);
        }
    }

    private static RetentionRule.Builder wanted(RetentionKind kind) {
        return RetentionRule.newBuilder()
                .setKind(kind)
                .setAction(RetentionAction.RETENTION_ACTION_ERASE)
                .setAgeDays(AGE_DAYS);
    }

    private RetentionRule rule(RetentionKind kind) {
        return create(wanted(kind).build());
    }

    private RetentionRule create(RetentionRule wanted) {
        return retention
                .createRetentionRule(CreateRetentionRuleRequest.newBuilder()
                        .setRule(wanted)
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getRule();
    }

    private PreviewRetentionRuleResponse preview(RetentionRule rule) {
        return retention.previewRetentionRule(
                PreviewRetentionRuleRequest.newBuilder().setId(rule.getId()).build());
    }

    /** The run once it ended; the worker is not waited for. */
    private RetentionRun applied(RetentionRule rule) {
        var request = StartRetentionRunRequest.newBuilder()
                .setRuleId(rule.getId())
                .setRequestId(UUID.randomUUID().toString())
                .build();
        RetentionRun run = retention.startRetentionRun(request).getRun();
        assertThat(retention.startRetentionRun(request).getRun().getId()).isEqualTo(run.getId());
        worker.work();
        return await().until(() -> run(run.getId()), RetentionRun::hasEndTime);
    }

    private RetentionRun run(String id) {
        return retention
                .getRetentionRun(GetRetentionRunRequest.newBuilder().setId(id).build())
                .getRun();
    }

    private List<RetentionRule> rules() {
        return retention
                .listRetentionRules(ListRetentionRulesRequest.getDefaultInstance())
                .getRulesList();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long rows(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
