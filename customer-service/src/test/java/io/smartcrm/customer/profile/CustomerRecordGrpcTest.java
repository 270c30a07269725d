package io.smartcrm.customer.profile;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import com.google.protobuf.ListValue;
import com.google.protobuf.Value;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.customer.v1.AttributeDefinition;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc;
import io.smartcrm.proto.customer.v1.AttributeServiceGrpc.AttributeServiceBlockingStub;
import io.smartcrm.proto.customer.v1.AttributeType;
import io.smartcrm.proto.customer.v1.CreateAttributeRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import io.smartcrm.proto.customer.v1.DeleteAttributeRequest;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListAttributesRequest;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.UpdateAttributeRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customers are told by: identities, tags, attributes and teams, and how they are found by them. */
@QuarkusTest
class CustomerRecordGrpcTest {
    private final String unique = UUID.randomUUID().toString().replace("-", "");
    private final String size = "size" + unique.substring(0, 8);
    private Calls calls;
    private CustomerServiceBlockingStub customers;
    private AttributeServiceBlockingStub attributes;

    @BeforeEach
    void connect() {
        calls = new Calls();
        customers = CustomerServiceGrpc.newBlockingStub(calls.as("ines", "integrator"));
        attributes = AttributeServiceGrpc.newBlockingStub(calls.as("ann", "admin"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void identitiesAreAddedAndGivenUp() {
        // Given
        var created = create(Customer.newBuilder().addIdentities(identity("a")).addIdentities(identity("b")));

        // When
        var updated = update(
                created.toBuilder()
                        .clearIdentities()
                        .addIdentities(identity("b"))
                        .addIdentities(identity("c")),
                "identities");

        // Then
        assertThat(updated.getIdentitiesList()).containsExactly(identity("b"), identity("c"));
        assertThat(get(created.getId())).isEqualTo(updated);
        assertThat(listed("identity = \"shop:a" + unique + "\"")).isEmpty();
        assertThat(listed("identity = \"shop:c" + unique + "\"")).containsExactly(updated);
    }

    @Test
    void anIdentityOfAnotherCustomerIsNotTaken() {
        // Given
        create(Customer.newBuilder().addIdentities(identity("a")));
        var other = create(Customer.newBuilder().addIdentities(identity("b")));

        // When
        var failure = failureOf(() -> update(other.toBuilder().addIdentities(identity("a")), "identities"));

        // Then
        assertThat(failure.reason()).isEqualTo("IDENTITY_TAKEN");
        assertThat(failure.getMessage()).contains("shop:a").doesNotContain("shop:b");
        assertThat(get(other.getId())).isEqualTo(other);
    }

    @Test
    void aCustomerIsFoundByEmailAndPhoneHoweverTheyAreSpelt() {
        // Given
        String digits = unique.replaceAll("[^0-9]", "");
        var created = create(
                Customer.newBuilder().setEmail("Ada." + unique + "@Example.org").setPhone("+" + digits));

        // When
        var byEmail = listed("email = \"ada." + unique + "@example.ORG\"");
        var byPhone = listed("phone = \"00" + digits + "\"");

        // Then
        assertThat(byEmail).containsExactly(created);
        assertThat(byPhone).containsExactly(created);
        assertThat(listed("email = \"ada@" + unique + ".org\"")).isEmpty();
    }

    @Test
    void tagsAndIndexedAttributesNarrowALists() throws Exception {
        // Given
        define(true);
        var large = create(Customer.newBuilder().addTags("t" + unique).putAttributes(size, text("L")));
        var small = create(Customer.newBuilder().addTags("t" + unique).putAttributes(size, text("S")));

        // When
        var tagged = listed("tag = \"t" + unique + "\"");

        // Then
        assertThat(tagged).containsExactly(small, large);
        assertThat(listed("attribute = \"" + size + ":L\"")).containsExactly(large);
        var untagged = update(small.toBuilder().clearTags().clearAttributes(), "tags", "attributes." + size);
        assertThat(untagged.getAttributesMap()).isEmpty();
        assertThat(listed("tag = \"t" + unique + "\"")).containsExactly(large);
        assertThat(listed("attribute = \"" + size + ":S\"")).isEmpty();
        try (var topic = new TopicReader(Topics.CUSTOMERS)) {
            var events = await().until(() -> topic.ofKey(large.getId()), found -> !found.isEmpty());
            var told = CustomerEvent.parseFrom(events.get(0).value())
                    .getCustomerChanged()
                    .getCustomer();
            assertThat(told.getTagsList()).isEqualTo(large.getTagsList());
            assertThat(told.getAttributesMap()).isEqualTo(large.getAttributesMap());
        }
    }

    @Test
    void aValueThatItsAttributeDoesNotAllowIsRefusedByName() {
        // Given
        define(false);
        var list =
                Value.newBuilder().setListValue(ListValue.getDefaultInstance()).build();

        // When
        var wrong = failureOf(() -> create(Customer.newBuilder().putAttributes(size, text("XXL"))));
        var structured = failureOf(() -> create(Customer.newBuilder().putAttributes(size, list)));
        var unknown = failureOf(() -> create(Customer.newBuilder().putAttributes("x" + size, text("L"))));
        var unindexed = failureOf(() -> listed("attribute = \"" + size + ":L\""));

        // Then
        assertThat(wrong.violations()).extracting(Failure.Violation::field).containsExactly("attributes." + size);
        assertThat(structured.violations()).extracting(Failure.Violation::field).containsExactly("attributes." + size);
        assertThat(unknown.getMessage()).contains("x" + size, "is not defined");
        assertThat(unindexed.getMessage()).contains("is not indexed");
    }

    @Test
    void anAttributeIsChangedAndDeletedOnceNobodyHasIt() {
        // Given
        var defined = define(false);
        var holder = create(Customer.newBuilder().putAttributes(size, text("L")));

        // When
        var changed = attributes
                .updateAttribute(UpdateAttributeRequest.newBuilder()
                        .setAttribute(defined.toBuilder().addChoices("XL").setIndexed(true))
                        .setUpdateMask(
                                FieldMask.newBuilder().addPaths("choices").addPaths("indexed"))
                        .build())
                .getAttribute();

        // Then
        assertThat(changed.getChoicesList()).containsExactly("S", "L", "XL");
        assertThat(listed("attribute = \"" + size + ":L\"")).containsExactly(holder);
        assertThat(attributes
                        .listAttributes(ListAttributesRequest.getDefaultInstance())
                        .getAttributesList())
                .contains(changed);
        assertThat(failureOf(() -> define(false)).reason()).isEqualTo("ATTRIBUTE_EXISTS");
        assertThat(failureOf(() -> delete(defined)).reason()).isEqualTo("ATTRIBUTE_CHANGED");
        assertThat(failureOf(() -> delete(changed)).reason()).isEqualTo("ATTRIBUTE_IN_USE");
        update(holder.toBuilder().clearAttributes(), "attributes");
        delete(changed);
        assertThat(failureOf(() -> delete(changed)).reason()).isEqualTo("ATTRIBUTE_NOT_FOUND");
    }

    @Test
    void anAgentKnowsTheCustomersOfTheOwnTeamAndOfNone() {
        // Given
        String tag = "t" + unique;
        var ours = create(Customer.newBuilder().addTags(tag).setTeam("north").setCountry(tag));
        var nobodys = create(Customer.newBuilder().addTags(tag).setCountry(tag));
        var theirs = create(Customer.newBuilder()
                .addTags(tag)
                .setTeam("south")
                .setCountry(tag)
                .addIdentities(identity("theirs")));
        var agent = CustomerServiceGrpc.newBlockingStub(
                calls.with(Tokens.draft("agnes", "agent").with("team", "north").signed()));
        var get = GetCustomerRequest.newBuilder().setId(theirs.getId()).build();

        // When
        var hidden = failureOf(() -> agent.getCustomer(get));

        // Then
        assertThat(hidden.reason()).isEqualTo("CUSTOMER_NOT_FOUND");
        for (String filter : List.of("tag = \"" + tag + "\"", "country = \"" + tag + "\"")) {
            assertThat(listed(agent, filter)).containsExactly(nobodys, ours);
            assertThat(listed(customers, filter)).containsExactly(theirs, nobodys, ours);
        }
        assertThat(listed(agent, "identity = \"shop:theirs" + unique + "\"")).isEmpty();
        assertThat(listed(agent, "team = \"south\"")).isEmpty();
        assertThat(listed(agent, "")).contains(nobodys, ours).doesNotContain(theirs);
        assertThat(failureOf(() -> update(agent, theirs.toBuilder().setCountry("FR"), "country"))
                        .reason())
                .isEqualTo("CUSTOMER_NOT_FOUND");
        assertThat(failureOf(() -> update(agent, ours.toBuilder().setTeam("south"), "team"))
                        .reason())
                .isEqualTo("TEAM_DENIED");
        var recorded = agent.createCustomer(CreateCustomerRequest.getDefaultInstance());
        assertThat(recorded.getCustomer().getTeam()).isEqualTo("north");
    }

    private AttributeDefinition define(boolean indexed) {
        return attributes
                .createAttribute(CreateAttributeRequest.newBuilder()
                        .setAttribute(AttributeDefinition.newBuilder()
                                .setName(size)
                                .setType(AttributeType.ATTRIBUTE_TYPE_ENUMERATION)
                                .addChoices("S")
                                .addChoices("L")
                                .setIndexed(indexed))
                        .build())
                .getAttribute();
    }

    private void delete(AttributeDefinition definition) {
        var request = DeleteAttributeRequest.newBuilder()
                .setName(definition.getName())
                .setEtag(definition.getEtag())
                .build();
        assertThat(attributes.deleteAttribute(request)).isNotNull();
    }

    private Identity identity(String value) {
        return Identity.newBuilder()
                .setNamespace("shop")
                .setValue(value + unique)
                .build();
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private Customer create(Customer.Builder customer) {
        return customers
                .createCustomer(
                        CreateCustomerRequest.newBuilder().setCustomer(customer).build())
                .getCustomer();
    }

    private Customer get(String id) {
        return customers
                .getCustomer(GetCustomerRequest.newBuilder().setId(id).build())
                .getCustomer();
    }

    private Customer update(Customer.Builder newParts, String... mask) {
        return update(customers, newParts, mask);
    }

    private static Customer update(CustomerServiceBlockingStub caller, Customer.Builder newParts, String... mask) {
        return caller.updateCustomer(UpdateCustomerRequest.newBuilder()
                        .setCustomer(newParts)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                        .build())
                .getCustomer();
    }

    private List<Customer> listed(String filter) {
        return listed(customers, filter);
    }

    private static List<Customer> listed(CustomerServiceBlockingStub caller, String filter) {
        return caller.listCustomers(ListCustomersRequest.newBuilder()
                        .setFilter(filter)
                        .setPageSize(500)
                        .build())
                .getCustomersList();
    }
}
