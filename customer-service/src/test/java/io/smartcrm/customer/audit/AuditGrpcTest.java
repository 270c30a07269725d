package io.smartcrm.customer.audit;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.AuditAnchor;
import io.smartcrm.proto.customer.v1.AuditEntry;
import io.smartcrm.proto.customer.v1.AuditServiceGrpc;
import io.smartcrm.proto.customer.v1.AuditServiceGrpc.AuditServiceBlockingStub;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DownloadRejectedRowsRequest;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc;
import io.smartcrm.proto.customer.v1.ListAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesRequest;
import io.smartcrm.wire.CallContext;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditGrpcTest {
    private final String user = "ines-" + UUID.randomUUID();
    private Calls calls;
    private AuditServiceBlockingStub audit;

    @BeforeEach
    void connect() {
        calls = new Calls();
        audit = AuditServiceGrpc.newBlockingStub(calls.as("root", "admin"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void whoReadsAndChangesWhomAndWhyIsRecorded() {
        // Given
        var headers = new Metadata();
        headers.put(Metadata.Key.of(CallContext.PURPOSE, Metadata.ASCII_STRING_MARSHALLER), "complaint 4711");
        headers.put(Metadata.Key.of(CallContext.REQUEST_ID, Metadata.ASCII_STRING_MARSHALLER), "request-1");
        var customers = CustomerServiceGrpc.newBlockingStub(calls.as(user, "integrator"))
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
        // When
        String id = customers
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setName("Ada").setCountry("GB"))
                        .build())
                .getCustomer()
                .getId();
        customers.getCustomer(GetCustomerRequest.newBuilder().setId(id).build());
        customers.listCustomers(ListCustomersRequest.newBuilder()
                .setFilter("name : \"Ada\"")
                .setPageSize(1)
                .build());
        // Then
        List<AuditEntry> entries = entries(3);
        assertThat(entries)
                .extracting(AuditEntry::getRpc)
                .containsExactly(
                        "smartcrm.customer.v1.CustomerService/ListCustomers",
                        "smartcrm.customer.v1.CustomerService/GetCustomer",
                        "smartcrm.customer.v1.CustomerService/CreateCustomer");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.getUserName()).isEqualTo(user);
            assertThat(entry.getRolesList()).contains("integrator");
            assertThat(entry.getSubject()).isNotEmpty();
            assertThat(entry.getPurpose()).isEqualTo("complaint 4711");
            assertThat(entry.getRequestId()).isEqualTo("request-1");
            assertThat(entry.getTraceId()).hasSize(32);
            assertThat(entry.getOutcome()).isEqualTo("OK");
            assertThat(entry.toString()).doesNotContain("Ada");
        });
        assertThat(entries.get(0).getQueryShape()).isEqualTo("page_size, filter: name : ?");
        assertThat(entries.get(0).getRowCount()).isEqualTo(1);
        assertThat(entries.get(1).getCustomerId()).isEqualTo(id);
        assertThat(entries.get(2).getChangedFieldsList()).containsExactly("customer.name", "customer.country");
        assertThat(entries.get(2).getChange()).isTrue();
    }

    @Test
    void whatIsDeniedOrFailsIsRecordedToo() {
        // Given
        var analyst = CustomerServiceGrpc.newBlockingStub(calls.as(user, "analyst"));
        String id = UUID.randomUUID().toString();
        // When
        failureOf(() ->
                analyst.getCustomer(GetCustomerRequest.newBuilder().setId(id).build()));
        failureOf(() -> analyst.updateCustomer(UpdateCustomerRequest.newBuilder()
                .setCustomer(Customer.newBuilder().setId(id))
                .build()));
        // Then
        assertThat(entries(2)).extracting(AuditEntry::getOutcome).containsExactly("PERMISSION_DENIED", "NOT_FOUND");
    }

    @Test
    void aStreamedAnswerIsRecordedAtItsEnd() {
        // Given
        var imports = ImportServiceGrpc.newBlockingStub(calls.as(user, "admin"));
        // When
        failureOf(() -> imports.downloadRejectedRows(DownloadRejectedRowsRequest.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .build())
                .hasNext());
        // Then
        assertThat(entries(1).get(0).getRpc()).endsWith("ImportService/DownloadRejectedRows");
    }

    @Test
    void theChainHoldsAndPagesFollowEachOther() {
        // Given
        var customers = CustomerServiceGrpc.newBlockingStub(calls.as(user, "admin"));
        for (int call = 0; call < 5; call++) {
            customers.listCustomers(
                    ListCustomersRequest.newBuilder().setPageSize(1).build());
        }
        List<AuditEntry> all = entries(5);
        var request = ListAuditEntriesRequest.newBuilder().setUserName(user).setPageSize(3);
        // When
        var first = audit.listAuditEntries(request.build());
        var second = audit.listAuditEntries(
                request.setPageToken(first.getNextPageToken()).build());
        var verified = audit.verifyAuditEntries(VerifyAuditEntriesRequest.newBuilder()
                .setFromSequence(all.get(4).getSequence())
                .setKnown(AuditAnchor.newBuilder()
                        .setSequence(all.get(2).getSequence())
                        .setHash(all.get(2).getHash()))
                .build());
        // Then
        assertThat(first.getEntriesList()).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(second.getEntriesList()).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(second.getNextPageToken()).isEmpty();
        assertThat(verified.hasFirstBreak()).isFalse();
        assertThat(verified.getChecked()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void nobodyButAnAdministratorReadsTheLog() {
        for (String role : List.of("analyst", "marketer", "agent", "integrator")) {
            // Given
            var other = AuditServiceGrpc.newBlockingStub(calls.as(user, role));
            // When
            var failure = failureOf(() -> other.listAuditEntries(ListAuditEntriesRequest.getDefaultInstance()));
            // Then
            assertThat(failure.kind()).as(role).isEqualTo(Failure.Kind.DENIED);
        }
    }

    @Test
    void badQuestionsAreRefused() {
        // Given
        var negative =
                VerifyAuditEntriesRequest.newBuilder().setFromSequence(-1).build();
        var large = VerifyAuditEntriesRequest.newBuilder().setLimit(100_001).build();
        var unknown = VerifyAuditEntriesRequest.newBuilder()
                .setKnown(AuditAnchor.newBuilder().setSequence(1).setHash("abc"))
                .build();
        // When
        // Then
        assertThat(List.of(
                        field(() -> audit.verifyAuditEntries(negative)),
                        field(() -> audit.verifyAuditEntries(large)),
                        field(() -> audit.verifyAuditEntries(unknown))))
                .containsExactly("fromSequence", "limit", "known");
    }

    private static String field(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return failureOf(call).violations().get(0).field();
    }

    private List<AuditEntry> entries(int count) {
        return await().until(
                        () -> audit.listAuditEntries(ListAuditEntriesRequest.newBuilder()
                                        .setUserName(user)
                                        .build())
                                .getEntriesList(),
                        found -> found.size() == count);
    }
}
