package io.smartcrm.customer.retention;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.customer.privacy.ErasureConfig;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.CreateRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeleteRetentionRuleRequest;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetRetentionRunRequest;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc;
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
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules do to customers, cases and interactions, over several batches. */
@QuarkusTest
class RetentionRunTest {
    /** Older than all that other tests leave behind. */
    private static final int AGE_DAYS = 20_000;

    private final UUID restricted = UUID.randomUUID();

    @Inject
    AgroalDataSource database;

    @Inject
    RetentionWorker worker;

    @Inject
    ErasureConfig erasures;

    private Calls calls;
    private RetentionServiceBlockingStub retention;

    @BeforeEach
    void connect() throws SQLException {
        calls = new Calls();
        retention = RetentionServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        execute("insert into customer (id, country, create_time, update_time) values ('%s', 'FR', '1960-01-01', now())"
                .formatted(restricted));
        execute("insert into processing_limit values ('" + restricted + "', true, false, 'claim', now())");
    }

    @AfterEach
    void leaveNobodyInactive() throws SQLException {
        execute("delete from sales_order where order_time < '1971-01-01'");
        execute("delete from customer where create_time < '1971-01-01'");
        calls.close();
    }

    @Test
    void thePersonGoesAndWhatWasBoughtStays() throws Exception {
        // Given
        String customer = person();
        execute("""
                insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
                values (gen_random_uuid(), '%1$s', 'SALE', '%1$s', '1961-01-01', 'EUR', 12, 1)""".formatted(customer));
        execute("insert into processing_limit values ('" + customer + "', false, true, 'Ada asked', now())");
        execute("update customer set create_time = '1960-01-01' where id = '" + customer + "'");
        RetentionRule rule =
                rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER, RetentionAction.RETENTION_ACTION_ANONYMISE);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(preview.getSampleIdsList()).containsExactly(customer);
        assertThat(List.of(preview.getRecords(), run.getTotalRecords(), run.getDoneRecords()))
                .containsOnly(1L);
        Customer left = customer(customer);
        assertThat(left.getName() + left.getEmail() + left.getPhone()).isEmpty();
        assertThat(left.getIdentitiesList()).isEmpty();
        assertThat(left.getTagsList()).isEmpty();
        assertThat(left.getCountry()).isEqualTo("FR");
        assertThat(rows("customer where id = '" + customer
                        + "' and email_code is null and phone_code is null and name_codes is null"))
                .isEqualTo(1);
        for (String table : List.of("data_key", "customer_identity", "customer_note", "customer_facet")) {
            assertThat(rows(table + " where customer_id = '" + customer + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(rows("command where '" + customer + "' = any (about)")).isZero();
        assertThat(rows("sales_order where customer_id = '" + customer + "'")).isEqualTo(1);
        assertThat(rows("processing_limit where not_by_profile and reason = '' and customer_id = '" + customer + "'"))
                .isEqualTo(1);
        assertThat(audited(customer)).isEqualTo(1);
        assertThat(rows("anonymisation where customers = array['" + customer + "'::uuid]"))
                .isEqualTo(1);
        assertThat(Files.readString(erasures.ledger())).containsPattern("ANONYMISE [^ ]+ [^ ]+ " + customer + "\n");
        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            var told = await().until(() -> topic.ofKey(customer), found -> found.size() == 2);
            var last = CustomerEvent.parseFrom(told.get(1).value())
                    .getCustomerChanged()
                    .getCustomer();
            assertThat(last.getTagsList()).isEmpty();
        }
        assertThat(preview(rule).getRecords()).isZero();
    }

    @Test
    void whoIsToldOfAgainIsAnonymisedAgain() throws SQLException {
        // Given
        String customer = person();
        execute("update customer set create_time = '1960-01-01' where id = '" + customer + "'");
        RetentionRule rule =
                rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER, RetentionAction.RETENTION_ACTION_ANONYMISE);
        applied(rule);
        note(customer);
        // When
        RetentionRun again = applied(rule);
        // Then
        assertThat(again.getDoneRecords()).isEqualTo(1);
        assertThat(rows("customer_note where customer_id = '" + customer + "'")).isZero();
    }

    @Test
    void customersGoInBatchesAndWhoIsRestrictedStays() throws SQLException {
        // Given
        inactive(45);
        RetentionRule rule =
                rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER, RetentionAction.RETENTION_ACTION_ANONYMISE);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(preview.getRecords()).isEqualTo(45);
        assertThat(preview.getSampleIdsList()).hasSize(20);
        assertThat(List.of(run.getTotalRecords(), run.getDoneRecords())).containsOnly(45L);
        assertThat(rows("customer where create_time < '1971-01-01' and anonymise_time is null"))
                .isEqualTo(1);
        assertThat(rows("customer where id = '" + restricted + "' and anonymise_time is null"))
                .isEqualTo(1);
    }

    @Test
    void aRunThatACrashStoppedGoesOnWhereItWas() throws SQLException {
        // Given
        inactive(30);
        RetentionRule rule =
                rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER, RetentionAction.RETENTION_ACTION_ANONYMISE);
        UUID run = UUID.randomUUID();
        // When
        execute("""
                insert into retention_run (id, rule_id, state, before_time, total_records, done_records, position, create_time)
                select '%s', '%s', 'RUNNING', '1965-01-01', 30, 10, max(id::text)::uuid, now()
                from (select id from customer where create_time = '1960-02-01' order by id limit 10) as done""".formatted(run, rule.getId()));
        worker.work();
        // Then
        RetentionRun ended = await().until(() -> run(run.toString()), RetentionRun::hasEndTime);
        assertThat(ended.getState()).isEqualTo(RetentionRunState.RETENTION_RUN_STATE_SUCCEEDED);
        assertThat(List.of(ended.getTotalRecords(), ended.getDoneRecords())).containsOnly(30L);
        assertThat(rows("customer where create_time = '1960-02-01' and anonymise_time is not null"))
                .isEqualTo(20);
    }

    @Test
    void aCancelledRunStopsAndIsAudited() throws SQLException {
        // Given
        inactive(3);
        RetentionRule rule =
                rule(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER, RetentionAction.RETENTION_ACTION_ANONYMISE);
        UUID run = UUID.randomUUID();
        // When
        execute("""
                insert into retention_run (id, rule_id, state, before_time, total_records, done_records, cancel_requested,
                    create_time)
                values ('%s', '%s', 'RUNNING', '1965-01-01', 30, 27, true, now())""".formatted(run, rule.getId()));
        worker.work();
        // Then
        RetentionRun ended = await().until(() -> run(run.toString()), RetentionRun::hasEndTime);
        assertThat(ended.getState()).isEqualTo(RetentionRunState.RETENTION_RUN_STATE_CANCELLED);
        assertThat(ended.getDoneRecords()).isEqualTo(27);
        assertThat(rows("customer where create_time = '1960-02-01' and anonymise_time is null"))
                .isEqualTo(3);
        assertThat(audited(run.toString())).isEqualTo(1);
    }

    @Test
    void closedCasesGoWithTheirWordsAndTheOthersAreTold() throws Exception {
        // Given
        UUID customer = UUID.randomUUID();
        UUID gone = supportCase(customer, "CLOSED", "1961-01-01");
        UUID resolved = supportCase(customer, "RESOLVED", "1961-01-01");
        UUID young = supportCase(customer, "CLOSED", "2026-01-01");
        UUID claimed = supportCase(restricted, "CLOSED", "1961-01-01");
        execute("insert into support_case_message values ('" + gone
                + "', 1, 'AGENT', 'ina', decode('00', 'hex'), now())");
        execute("insert into case_sentiment values ('" + gone + "', '" + customer + "', 0.5, 1, now())");
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_SUPPORT_CASE, RetentionAction.RETENTION_ACTION_ERASE);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(preview.getSampleIdsList()).containsExactly(gone.toString());
        assertThat(List.of(preview.getRecords(), run.getTotalRecords(), run.getDoneRecords()))
                .containsOnly(1L);
        assertThat(rows("support_case where id = '" + gone + "'")).isZero();
        assertThat(rows("support_case_message where case_id = '" + gone + "'")).isZero();
        assertThat(rows("case_sentiment where case_id = '" + gone + "'")).isZero();
        assertThat(rows("support_case where id in ('%s', '%s', '%s')".formatted(resolved, young, claimed)))
                .isEqualTo(3);
        try (var topic = new TopicReader(Topics.SUPPORT_CASES)) {
            var told = await().until(() -> topic.ofKey(customer.toString()), found -> !found.isEmpty());
            assertThat(SupportCaseEvent.parseFrom(told.get(0).value())
                            .getSupportCaseErased()
                            .getId())
                    .isEqualTo(gone.toString());
        }
        execute("delete from support_case where customer_id in ('" + customer + "', '" + restricted + "')");
    }

    @Test
    void oldInteractionsGoOverSeveralBatches() throws SQLException {
        // Given
        execute("select add_interaction_month('1961-01-01')");
        execute("""
                insert into interaction (id, customer_id, direction, type, occur_time)
                select gen_random_uuid(), case when i <= 2 then '%s'::uuid when i %% 2 = 0 then gen_random_uuid() end, 'IN',
                    'view', '1961-01-02'::timestamptz + i * interval '1 minute'
                from generate_series(1, 2502) as i""".formatted(restricted));
        RetentionRule rule = rule(RetentionKind.RETENTION_KIND_INTERACTION, RetentionAction.RETENTION_ACTION_ERASE);
        // When
        PreviewRetentionRuleResponse preview = preview(rule);
        RetentionRun run = applied(rule);
        // Then
        assertThat(List.of(preview.getRecords(), run.getTotalRecords(), run.getDoneRecords()))
                .containsOnly(2_500L);
        assertThat(rows("interaction where occur_time < '1971-01-01'")).isEqualTo(2);
        execute("delete from interaction where occur_time < '1971-01-01'");
    }

    @Test
    void aRuleThatContradictsAnActiveOneIsRefused() {
        // Given
        RetentionRule known = create(RetentionRule.newBuilder()
                .setKind(RetentionKind.RETENTION_KIND_INACTIVE_CUSTOMER)
                .setAction(RetentionAction.RETENTION_ACTION_ANONYMISE)
                .setAgeDays(36_500)
                .setActive(true)
                .build());
        RetentionRule wanted = RetentionRule.newBuilder()
                .setKind(RetentionKind.RETENTION_KIND_INTERACTION)
                .setAction(RetentionAction.RETENTION_ACTION_ERASE)
                .setAgeDays(36_499)
                .setActive(true)
                .build();
        // When
        var contradicting = failureOf(() -> create(wanted));
        var nonsense = failureOf(() -> create(wanted.toBuilder()
                .setAction(RetentionAction.RETENTION_ACTION_ANONYMISE)
                .build()));
        // Then
        assertThat(contradicting.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(contradicting.reason()).isEqualTo("RETENTION_RULES_CONTRADICT");
        assertThat(contradicting).hasMessageContaining(known.getId());
        assertThat(nonsense.violations().get(0).field()).isEqualTo("rule.action");
        assertThat(create(wanted.toBuilder().setActive(false).build()).getId()).isNotEmpty();
        retention.deleteRetentionRule(
                DeleteRetentionRuleRequest.newBuilder().setId(known.getId()).build());
    }

    private String person() {
        String customer = CustomerServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder()
                                .setName("Ada Lovelace")
                                .setEmail("ada@example.org")
                                .setPhone("+33 1 23 45 67 89")
                                .setCountry("FR")
                                .addTags("countess")
                                .addIdentities(Identity.newBuilder()
                                        .setNamespace("shop")
                                        .setValue(UUID.randomUUID().toString())))
                        .setRequestId(UUID.randomUUID().toString())
                        .build())
                .getCustomer()
                .getId();
        note(customer);
        return customer;
    }

    private void note(String customer) {
        NoteServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .createNote(CreateNoteRequest.newBuilder()
                        .setCustomerId(customer)
                        .setText("likes engines")
                        .build());
    }

    private Customer customer(String id) {
        return CustomerServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .getCustomer(GetCustomerRequest.newBuilder().setId(id).build())
                .getCustomer();
    }

    private void inactive(int customers) throws SQLException {
        execute("""
                insert into customer (id, create_time, update_time)
                select gen_random_uuid(), '1960-02-01', now() from generate_series(1, %s)""".formatted(customers));
    }

    private UUID supportCase(UUID customer, String status, String time) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("""
                insert into support_case (id, customer_id, status, priority, channel, open_time, update_time, version)
                values ('%s', '%s', '%s', 'NORMAL', 'web', '1960-06-01', '%s', 1)""".formatted(id, customer, status, time));
        return id;
    }

    private RetentionRule rule(RetentionKind kind, RetentionAction action) {
        return create(RetentionRule.newBuilder()
                .setKind(kind)
                .setAction(action)
                .setAgeDays(AGE_DAYS)
                .build());
    }

    private RetentionRule create(RetentionRule wanted) {
        return retention
                .createRetentionRule(
                        CreateRetentionRuleRequest.newBuilder().setRule(wanted).build())
                .getRule();
    }

    private PreviewRetentionRuleResponse preview(RetentionRule rule) {
        return retention.previewRetentionRule(
                PreviewRetentionRuleRequest.newBuilder().setId(rule.getId()).build());
    }

    private RetentionRun applied(RetentionRule rule) {
        RetentionRun run = retention
                .startRetentionRun(StartRetentionRunRequest.newBuilder()
                        .setRuleId(rule.getId())
                        .build())
                .getRun();
        worker.work();
        return await().until(() -> run(run.getId()), RetentionRun::hasEndTime);
    }

    private RetentionRun run(String id) {
        return retention
                .getRetentionRun(GetRetentionRunRequest.newBuilder().setId(id).build())
                .getRun();
    }

    /** What the service itself noted, whether chained yet or not. */
    private long audited(String resource) throws SQLException {
        return rows(
                "(select resource_id, user_name from audit_waiting union select resource_id, user_name from audit_entry)"
                        + " as noted where user_name = 'customer-service' and resource_id = '" + resource + "'");
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
