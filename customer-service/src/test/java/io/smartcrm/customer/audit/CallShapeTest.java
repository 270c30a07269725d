package io.smartcrm.customer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.ExtensionRegistry;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smartcrm.proto.customer.v1.ConsentServiceGrpc;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerResponse;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetOrderResponse;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListCustomersResponse;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallShapeTest {
    private static final String ID = UUID.randomUUID().toString();
    private static final String CUSTOMERS = "smartcrm.customer.v1.CustomerService/";

    @Test
    void aNativeExecutableKnowsTheTypesOfAllFields() throws IOException {
        // Given
        var contract = FileDescriptorSet.parseFrom(
                Files.readAllBytes(Path.of("../proto/contract/v1.binpb")), ExtensionRegistry.getEmptyRegistry());
        // When
        var foreign = contract.getFileList().stream()
                .filter(file -> file.getName().startsWith("smartcrm/"))
                .flatMap(file -> file.getMessageTypeList().stream())
                .flatMap(message -> Stream.concat(
                        message.getFieldList().stream(),
                        message.getNestedTypeList().stream().flatMap(nested -> nested.getFieldList().stream())))
                .map(FieldDescriptorProto::getTypeName)
                .filter(type -> type.startsWith(".google."))
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .distinct();
        // Then
        var registered =
                CallShape.class.getAnnotation(RegisterForReflection.class).targets();
        assertThat(foreign)
                .isNotEmpty()
                .isSubsetOf(Stream.of(registered).map(Class::getSimpleName).toList());
    }

    @Test
    void aCreatedCustomerIsNamedByItsIdAndItsFieldsByTheirNames() {
        // Given
        var request = CreateCustomerRequest.newBuilder()
                .setCustomer(Customer.newBuilder().setName("Ada").setEmail("ada@example.org"))
                .setRequestId("r")
                .build();
        var answer = CreateCustomerResponse.newBuilder()
                .setCustomer(Customer.newBuilder().setId(ID))
                .build();
        // When
        var deed = deed(CUSTOMERS + "CreateCustomer", request, answer);
        // Then
        assertThat(deed.change()).isTrue();
        assertThat(deed.customerId()).isEqualTo(ID);
        assertThat(deed.resourceKind()).isEqualTo("customer");
        assertThat(deed.changedFields()).containsExactly("customer.name", "customer.email");
        assertThat(deed.toString()).doesNotContain("Ada", "ada@");
    }

    @Test
    void anUpdateNamesItsMask() {
        // Given
        var request = UpdateCustomerRequest.newBuilder()
                .setCustomer(Customer.newBuilder().setId(ID).setPhone("+44 1"))
                .setUpdateMask(FieldMask.newBuilder().addPaths("phone").addPaths("Ada Lovelace"))
                .build();
        // When
        var deed = deed(CUSTOMERS + "UpdateCustomer", request, null);
        // Then
        assertThat(deed.changedFields()).containsExactly("phone");
        assertThat(deed.customerId()).isEqualTo(ID);
    }

    @Test
    void aListTellsItsShapeAndSizeWithoutValues() {
        // Given
        var request = ListCustomersRequest.newBuilder()
                .setFilter("identity = \"shop:12347\" and orders.count(last 90 days) >= 2 and country = 'FR'")
                .setPageSize(10)
                .build();
        var answer = ListCustomersResponse.newBuilder()
                .addCustomers(Customer.getDefaultInstance())
                .addCustomers(Customer.getDefaultInstance())
                .build();
        // When
        var deed = new CallShape(CUSTOMERS + "ListCustomers")
                .deed(Optional.of(request), Optional.of(answer), CallShape.rows(answer));
        // Then
        assertThat(deed.change()).isFalse();
        assertThat(deed.queryShape())
                .isEqualTo("page_size, filter: identity = ? and orders.count(last ? days) >= ? and country = ?");
        assertThat(deed.rows()).isEqualTo(2);
    }

    @Test
    void whatWasTypedInsteadOfAnIdIsNotKept() {
        // Given
        var request = GetCustomerRequest.newBuilder().setId("ada@example.org").build();
        // When
        var deed = deed(CUSTOMERS + "GetCustomer", request, null);
        // Then
        assertThat(deed.toString()).doesNotContain("ada");
    }

    @Test
    void anOrderNamesTheCustomerOfItsAnswer() {
        // Given
        String order = UUID.randomUUID().toString();
        var answer = GetOrderResponse.newBuilder()
                .setOrder(Order.newBuilder().setId(order).setCustomerId(ID))
                .build();
        // When
        var deed = deed(
                "smartcrm.customer.v1.OrderService/GetOrder",
                GetOrderRequest.newBuilder().setId(order).build(),
                answer);
        // Then
        assertThat(deed.customerId()).isEqualTo(ID);
        assertThat(deed.resourceId()).isEqualTo(order);
        assertThat(deed.resourceKind()).isEqualTo("order");
    }

    @Test
    void whatIsNotRecordedExists() {
        // Given
        List<String> calls = Stream.of(
                        CustomerServiceGrpc.getServiceDescriptor(),
                        OrderServiceGrpc.getServiceDescriptor(),
                        ProductServiceGrpc.getServiceDescriptor(),
                        ImportServiceGrpc.getServiceDescriptor(),
                        ConsentServiceGrpc.getServiceDescriptor(),
                        ReadModelServiceGrpc.getServiceDescriptor())
                .flatMap(service -> service.getMethods().stream())
                .map(method -> method.getFullMethodName())
                .toList();
        // When
        var unrecorded = CallShape.IMPERSONAL;
        // Then
        assertThat(calls).containsAll(unrecorded);
    }

    private static AuditEntry.Deed deed(
            String rpc, Message request, @org.jspecify.annotations.Nullable Message answer) {
        return new CallShape(rpc).deed(Optional.of(request), Optional.ofNullable(answer), 1);
    }
}
