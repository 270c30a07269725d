package io.smartcrm.customer;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc;
import io.smartcrm.proto.customer.v1.BatchGetProductsRequest;
import io.smartcrm.proto.customer.v1.CreateAttributeRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeleteAttributeRequest;
import io.smartcrm.proto.customer.v1.DeleteNoteRequest;
import io.smartcrm.proto.customer.v1.GetAttributeRequest;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetInteractionRequest;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.GetVaultRequest;
import io.smartcrm.proto.customer.v1.InteractionServiceGrpc;
import io.smartcrm.proto.customer.v1.ListAttributesRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListInteractionsRequest;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.ListTimelineRequest;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import io.smartcrm.proto.customer.v1.RecordInteractionsRequest;
import io.smartcrm.proto.customer.v1.ReportDeliveriesRequest;
import io.smartcrm.proto.customer.v1.RotateVaultKeyRequest;
import io.smartcrm.proto.customer.v1.TimelineServiceGrpc;
import io.smartcrm.proto.customer.v1.UpdateAttributeRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.proto.customer.v1.VaultServiceGrpc;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class TokenTest {
    private static final Set<String> EVERYONE = Set.of("admin", "analyst", "marketer", "agent", "integrator");

    /** A call of the service, and who may make it. */
    private record Call(String name, Set<String> roles, Consumer<Channel> request) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Every call but those of imports. */
    static List<Call> everyCall() {
        return List.of(
                new Call(
                        "createCustomer",
                        Set.of("admin", "integrator", "agent"),
                        channel -> CustomerServiceGrpc.newBlockingStub(channel)
                                .createCustomer(CreateCustomerRequest.getDefaultInstance())),
                new Call(
                        "getCustomer",
                        EVERYONE,
                        channel -> CustomerServiceGrpc.newBlockingStub(channel)
                                .getCustomer(GetCustomerRequest.getDefaultInstance())),
                new Call(
                        "listCustomers",
                        EVERYONE,
                        channel -> CustomerServiceGrpc.newBlockingStub(channel)
                                .listCustomers(ListCustomersRequest.getDefaultInstance())),
                new Call(
                        "updateCustomer",
                        Set.of("admin", "integrator", "agent"),
                        channel -> CustomerServiceGrpc.newBlockingStub(channel)
                                .updateCustomer(UpdateCustomerRequest.getDefaultInstance())),
                new Call(
                        "createAttribute",
                        Set.of("admin"),
                        channel -> AttributeServiceGrpc.newBlockingStub(channel)
                                .createAttribute(CreateAttributeRequest.getDefaultInstance())),
                new Call(
                        "getAttribute",
                        EVERYONE,
                        channel -> AttributeServiceGrpc.newBlockingStub(channel)
                                .getAttribute(GetAttributeRequest.getDefaultInstance())),
                new Call(
                        "listAttributes",
                        EVERYONE,
                        channel -> AttributeServiceGrpc.newBlockingStub(channel)
                                .listAttributes(ListAttributesRequest.getDefaultInstance())),
                new Call(
                        "updateAttribute",
                        Set.of("admin"),
                        channel -> AttributeServiceGrpc.newBlockingStub(channel)
                                .updateAttribute(UpdateAttributeRequest.getDefaultInstance())),
                new Call(
                        "deleteAttribute",
                        Set.of("admin"),
                        channel -> AttributeServiceGrpc.newBlockingStub(channel)
                                .deleteAttribute(DeleteAttributeRequest.getDefaultInstance())),
                new Call(
                        "createNote",
                        Set.of("admin", "marketer", "agent"),
                        channel -> NoteServiceGrpc.newBlockingStub(channel)
                                .createNote(CreateNoteRequest.getDefaultInstance())),
                new Call(
                        "listNotes",
                        EVERYONE,
                        channel -> NoteServiceGrpc.newBlockingStub(channel)
                                .listNotes(ListNotesRequest.getDefaultInstance())),
                new Call(
                        "deleteNote",
                        Set.of("admin", "marketer", "agent"),
                        channel -> NoteServiceGrpc.newBlockingStub(channel)
                                .deleteNote(DeleteNoteRequest.getDefaultInstance())),
                new Call(
                        "getVault",
                        Set.of("admin"),
                        channel -> VaultServiceGrpc.newBlockingStub(channel)
                                .getVault(GetVaultRequest.getDefaultInstance())),
                new Call(
                        "rotateVaultKey",
                        Set.of("admin"),
                        channel -> VaultServiceGrpc.newBlockingStub(channel)
                                .rotateVaultKey(RotateVaultKeyRequest.getDefaultInstance())),
                new Call(
                        "getProduct",
                        EVERYONE,
                        channel -> ProductServiceGrpc.newBlockingStub(channel)
                                .getProduct(GetProductRequest.getDefaultInstance())),
                new Call(
                        "listProducts",
                        EVERYONE,
                        channel -> ProductServiceGrpc.newBlockingStub(channel)
                                .listProducts(ListProductsRequest.getDefaultInstance())),
                new Call(
                        "batchGetProducts",
                        EVERYONE,
                        channel -> ProductServiceGrpc.newBlockingStub(channel)
                                .batchGetProducts(BatchGetProductsRequest.getDefaultInstance())),
                new Call(
                        "getOrder",
                        EVERYONE,
                        channel -> OrderServiceGrpc.newBlockingStub(channel)
                                .getOrder(GetOrderRequest.getDefaultInstance())),
                new Call(
                        "listOrders",
                        EVERYONE,
                        channel -> OrderServiceGrpc.newBlockingStub(channel)
                                .listOrders(ListOrdersRequest.getDefaultInstance())),
                new Call(
                        "listCountryTotals",
                        Set.of("admin", "analyst", "marketer"),
                        channel -> OrderServiceGrpc.newBlockingStub(channel)
                                .listCountryTotals(ListCountryTotalsRequest.getDefaultInstance())),
                new Call(
                        "recordInteractions",
                        Set.of("admin", "integrator", "agent"),
                        channel -> InteractionServiceGrpc.newBlockingStub(channel)
                                .recordInteractions(RecordInteractionsRequest.getDefaultInstance())),
                new Call(
                        "reportDeliveries",
                        Set.of("admin", "integrator"),
                        channel -> InteractionServiceGrpc.newBlockingStub(channel)
                                .reportDeliveries(ReportDeliveriesRequest.getDefaultInstance())),
                new Call(
                        "getInteraction",
                        EVERYONE,
                        channel -> InteractionServiceGrpc.newBlockingStub(channel)
                                .getInteraction(GetInteractionRequest.getDefaultInstance())),
                new Call(
                        "listInteractions",
                        EVERYONE,
                        channel -> InteractionServiceGrpc.newBlockingStub(channel)
                                .listInteractions(ListInteractionsRequest.getDefaultInstance())),
                new Call(
                        "listTimeline",
                        EVERYONE,
                        channel -> TimelineServiceGrpc.newBlockingStub(channel)
                                .listTimeline(ListTimelineRequest.getDefaultInstance())));
    }

    private Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls();
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void withoutATokenNothingIsAnswered(Call call) {
        // Given
        var anonymous = calls.anonymous();

        // When
        var failure = failureOf(() -> call.request.accept(anonymous));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void onlyTheRolesOfACallMayMakeIt(Call call) {
        for (String role : EVERYONE) {
            // Given
            var channel = calls.as("rita", role);

            // When
            boolean denied = denied(call, channel);

            // Then
            assertThat(denied).as(role).isNotEqualTo(call.roles.contains(role));
        }
    }

    @ParameterizedTest
    @MethodSource("everyCall")
    void aTokenWithoutRolesIsDenied(Call call) {
        // Given
        var channel = calls.as("nobody");

        // When
        var failure = failureOf(() -> call.request.accept(channel));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.reason()).isEqualTo("ROLE_REQUIRED");
    }

    static List<Map.Entry<String, String>> badTokens() {
        return List.of(
                Map.entry("expired", Tokens.expired("ada", "admin")),
                Map.entry("for another audience", Tokens.forWrongAudience("ada", "admin")),
                Map.entry("of another issuer", Tokens.fromWrongIssuer("ada", "admin")),
                Map.entry("of algorithm none", Tokens.unsigned("ada", "admin")),
                Map.entry("signed by a stranger", Tokens.signedByStranger("ada", "admin")),
                Map.entry("that only says who signed in", Tokens.idToken("ada")),
                Map.entry("that is none", "abc"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aBadTokenIsNone(Map.Entry<String, String> token) {
        // Given
        var customers = CustomerServiceGrpc.newBlockingStub(calls.with(token.getValue()));

        // When
        var failure = failureOf(() -> customers.listCustomers(ListCustomersRequest.getDefaultInstance()));

        // Then
        assertThat(failure.kind()).as(token.getKey()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    @Test
    void everyRoleSeesHowFarTheServiceHasCome() {
        for (String role : EVERYONE) {
            // Given
            var channel = calls.as("rita", role);

            // When
            var service = ReadModelServiceGrpc.newBlockingStub(channel);

            // Then
            assertThatCode(() -> service.getReadModel(GetReadModelRequest.getDefaultInstance()))
                    .doesNotThrowAnyException();
        }
        assertThat(failureOf(() -> ReadModelServiceGrpc.newBlockingStub(calls.anonymous())
                                .getReadModel(GetReadModelRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    private static boolean denied(Call call, Channel channel) {
        try {
            call.request.accept(channel);
            return false;
        } catch (StatusRuntimeException failed) {
            return Failure.of(failed).kind() == Failure.Kind.DENIED;
        }
    }
}
