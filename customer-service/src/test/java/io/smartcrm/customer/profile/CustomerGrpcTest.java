package io.smartcrm.customer.profile;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerResponse;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CustomerGrpcTest {
    private final String unique = UUID.randomUUID().toString();
    private Calls calls;
    private CustomerServiceBlockingStub customers;

    @BeforeEach
    void connect() {
        calls = new Calls();
        customers = CustomerServiceGrpc.newBlockingStub(calls.as("ines", "integrator"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aCreatedCustomerIsThere() {
        // Given
        var wanted = ada();

        // When
        var created = create(wanted);

        // Then
        assertThat(created.getIdentitiesList()).isEqualTo(wanted.getIdentitiesList());
        assertThat(created.getName()).isEqualTo("Ada");
        assertThat(created.getEtag()).isNotEmpty();
        assertThat(get(created.getId())).isEqualTo(created);
    }

    @Test
    void aCreatedCustomerIsToldToTheSuiteWithoutPersonalData() throws Exception {
        // Given
        var created = create(ada());

        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            // When
            var events = await().until(() -> topic.ofKey(created.getId()), found -> !found.isEmpty());

            // Then
            assertThat(events).singleElement().satisfies(event -> {
                var headers = EventHeaders.readFrom(event.headers());
                assertThat(headers.source()).isEqualTo("/customer-service");
                assertThat(headers.type()).isEqualTo("smartcrm.customer.v1.CustomerChanged");
                assertThat(CustomerEvent.parseFrom(event.value())
                                .getCustomerChanged()
                                .getCustomer())
                        .isEqualTo(created.toBuilder()
                                .clearIdentities()
                                .clearName()
                                .clearEmail()
                                .clearPhone()
                                .build());
            });
        }
    }

    @Test
    void aRepeatedCommandGetsTheFirstAnswerAndMakesNoSecondCustomer() {
        // Given
        var request = request(ada(), "create-" + unique);
        var first = customers.createCustomer(request);

        // When
        var second = customers.createCustomer(request);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(listed("identity = \"shop:" + unique + "\"")).containsExactly(first.getCustomer());
    }

    @Test
    void commandsRepeatedAtOnceMakeOneCustomer() throws Exception {
        // Given
        var request = request(ada(), "create-" + unique);
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<CreateCustomerResponse>> repeated = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            repeated.add(() -> customers.createCustomer(request));
        }

        // When
        var answers = threads.invokeAll(repeated);

        // Then
        assertThat(answers)
                .extracting(answer -> answer.get())
                .containsOnly(answers.get(0).get());
        threads.shutdown();
    }

    @Test
    void aRequestIdIsNotForAnotherRequest() {
        // Given
        customers.createCustomer(request(ada(), "create-" + unique));
        var other = request(ada().toBuilder().setName("Grace").build(), "create-" + unique);

        // When
        var failure = failureOf(() -> customers.createCustomer(other));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.UNPROCESSABLE);
        assertThat(failure.kind().httpStatus()).isEqualTo(422);
        assertThat(failure.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void requestIdsOfDifferentCallersAreDifferent() {
        // Given
        var mine = customers.createCustomer(request(ada(), "create-" + unique));
        var others = CustomerServiceGrpc.newBlockingStub(calls.as("otto", "integrator"));
        var same = request(ada().toBuilder().clearIdentities().build(), "create-" + unique);

        // When
        var theirs = others.createCustomer(same);

        // Then
        assertThat(theirs.getCustomer().getId()).isNotEqualTo(mine.getCustomer().getId());
    }

    @Test
    void anIdentityBelongsToOneCustomer() {
        // Given
        create(ada());
        var other = ada().toBuilder().addIdentities(identity("crm", unique)).build();

        // When
        var failure = failureOf(() -> create(other));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(failure.reason()).isEqualTo("IDENTITY_TAKEN");
        assertThat(failure.getMessage()).contains("shop:" + unique).doesNotContain("crm:");
        assertThat(listed("identity = \"crm:" + unique + "\"")).isEmpty();
    }

    @Test
    void aFailedCommandCanBeRepeated() {
        // Given
        var taken = create(ada());
        var request = request(ada(), "create-" + unique);
        failureOf(() -> customers.createCustomer(request));

        // When
        var failure = failureOf(() -> customers.createCustomer(request));

        // Then
        assertThat(failure.reason()).isEqualTo("IDENTITY_TAKEN");
        assertThat(listed("identity = \"shop:" + unique + "\"")).containsExactly(taken);
    }

    @Test
    void whatIsWrongIsSaidOfItsField() {
        // Given
        var wrong = ada().toBuilder().setEmail("nowhere").build();

        // When
        var failure = failureOf(() -> create(wrong));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly("email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-b302099a8057", "4711", ""})
    void anUnknownCustomerIsNotFound(String id) {
        // Given
        // When
        var failure = failureOf(() -> get(id));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    @Test
    void anUpdateChangesTheNamedFieldsAndIsTold() throws Exception {
        // Given
        var created = create(ada());
        var newParts =
                created.toBuilder().setCountry("FR").setName("not in the mask").build();

        // When
        var updated = update(newParts, "country");

        // Then
        assertThat(updated.getCountry()).isEqualTo("FR");
        assertThat(updated.getName()).isEqualTo("Ada");
        assertThat(updated.getEtag()).isNotEqualTo(created.getEtag());
        assertThat(get(created.getId())).isEqualTo(updated);
        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            var events = await().until(() -> topic.ofKey(created.getId()), found -> found.size() == 2);
            assertThat(CustomerEvent.parseFrom(events.get(1).value())
                            .getCustomerChanged()
                            .getCustomer()
                            .getCountry())
                    .isEqualTo("FR");
        }
    }

    @Test
    void anUpdateOfAnOlderVersionIsStale() {
        // Given
        var created = create(ada());
        update(created.toBuilder().setName("Countess").build(), "name");

        // When
        var failure = failureOf(() -> update(created.toBuilder().setName("Lady").build(), "name"));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE);
        assertThat(get(created.getId()).getName()).isEqualTo("Countess");
    }

    @Test
    void ofUpdatesAtOnceOneWins() throws Exception {
        // Given
        var created = create(ada());
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> updates = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var newParts = created.toBuilder().setName("Ada " + i).build();
            updates.add(() -> {
                try {
                    update(newParts, "name");
                    return true;
                } catch (StatusRuntimeException lost) {
                    assertThat(Failure.of(lost).kind()).isEqualTo(Failure.Kind.STALE);
                    return false;
                }
            });
        }

        // When
        var won = threads.invokeAll(updates);

        // Then
        assertThat(won).extracting(update -> update.get()).containsOnlyOnce(true);
        threads.shutdown();
    }

    @Test
    void anUpdateWithoutEtagOrMaskIsRefused() {
        // Given
        var created = create(ada());

        // When
        var withoutEtag = failureOf(() -> update(created.toBuilder().clearEtag().build(), "name"));
        var withoutMask = failureOf(() -> update(created));

        // Then
        assertThat(withoutEtag.violations())
                .extracting(Failure.Violation::field)
                .containsExactly("etag");
        assertThat(withoutMask.violations())
                .extracting(Failure.Violation::field)
                .containsExactly("updateMask");
    }

    @Test
    void pagesShowEveryCustomerOnceNewestFirst() {
        // Given
        String country = "T" + unique;
        List<Customer> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            created.add(0, create(Customer.newBuilder().setCountry(country).build()));
        }

        // When
        var newestFirst = pages("country = \"" + country + "\"", "", 3);
        var oldestFirst = pages("country = \"" + country + "\"", "create_time", 2);

        // Then
        assertThat(newestFirst).containsExactlyElementsOf(created);
        Collections.reverse(created);
        assertThat(oldestFirst).containsExactlyElementsOf(created);
    }

    @Test
    void theBeginningsOfItsWordsFindANameWhateverItsCase() {
        // Given
        var percent =
                create(Customer.newBuilder().setName("fifty% of " + unique).build());
        create(Customer.newBuilder().setName("sixty% of " + unique).build());
        var umlaut = create(Customer.newBuilder().setName("ÄRZTE " + unique).build());

        // When
        var found = listed("name : \"FIFTY% OF " + unique + "\"");

        // Then
        assertThat(found).containsExactly(percent);
        assertThat(listed("name : \"ärzte " + unique.substring(0, 8) + "\"")).containsExactly(umlaut);
    }

    @Test
    void aPageTokenIsForItsQuery() {
        // Given
        create(ada());
        create(Customer.getDefaultInstance());
        String token = customers
                .listCustomers(ListCustomersRequest.newBuilder().setPageSize(1).build())
                .getNextPageToken();
        var other = ListCustomersRequest.newBuilder()
                .setPageToken(token)
                .setOrderBy("create_time")
                .build();

        // When
        var failure = failureOf(() -> customers.listCustomers(other));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("another query");
    }

    @Test
    void aNegativePageSizeIsRefused() {
        // Given
        var request = ListCustomersRequest.newBuilder().setPageSize(-1).build();

        // When
        var failure = failureOf(() -> customers.listCustomers(request));

        // Then
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly("pageSize");
    }

    private Customer ada() {
        return Customer.newBuilder()
                .addIdentities(identity("shop", unique))
                .setName("Ada")
                .setEmail("ada@example.org")
                .setPhone("+44 20 7946 0000")
                .setCountry("GB")
                .build();
    }

    private static Identity identity(String namespace, String value) {
        return Identity.newBuilder().setNamespace(namespace).setValue(value).build();
    }

    private static CreateCustomerRequest request(Customer customer, String requestId) {
        return CreateCustomerRequest.newBuilder()
                .setCustomer(customer)
                .setRequestId(requestId)
                .build();
    }

    private Customer create(Customer customer) {
        return customers.createCustomer(request(customer, "")).getCustomer();
    }

    private Customer get(String id) {
        return customers
                .getCustomer(GetCustomerRequest.newBuilder().setId(id).build())
                .getCustomer();
    }

    private Customer update(Customer newParts, String... mask) {
        return customers
                .updateCustomer(UpdateCustomerRequest.newBuilder()
                        .setCustomer(newParts)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                        .build())
                .getCustomer();
    }

    private List<Customer> listed(String filter) {
        return customers
                .listCustomers(
                        ListCustomersRequest.newBuilder().setFilter(filter).build())
                .getCustomersList();
    }

    private List<Customer> pages(String filter, String orderBy, int size) {
        List<Customer> all = new ArrayList<>();
        var request = ListCustomersRequest.newBuilder()
                .setFilter(filter)
                .setOrderBy(orderBy)
                .setPageSize(size);
        do {
            var page = customers.listCustomers(request.build());
            assertThat(page.getCustomersCount()).isBetween(1, size);
            all.addAll(page.getCustomersList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return all;
    }
}
