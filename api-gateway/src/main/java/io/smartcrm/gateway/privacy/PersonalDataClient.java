package io.smartcrm.gateway.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything that is held about a person as a ZIP of JSON files, one a part, while it is read. When a service
 * does not answer the ZIP breaks off, so that nobody takes a part for the whole. customer-service is asked first: it
 * knows whether the caller may see this customer.
 */
@ApplicationScoped
class PersonalDataClient {
    private final Calls calls;
    private final ObjectMapper json;

    PersonalDataClient(Calls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    Multi<byte[]> collect(String customerId) {
        return person(customerId).onItem().transformToMulti(this::zip);
    }

    /** Whoever was merged is the same person as the winner, who has all since then. */
    private Uni<String> person(String customerId) {
        var request = GetCustomerRequest.newBuilder().setId(customerId).build();
        return calls.read(Service.CUSTOMER, CustomerServiceGrpc.getGetCustomerMethod(), request)
                .map(response -> response.getCustomer().getMergedInto())
                .chain(winner -> winner.isEmpty() ? Uni.createFrom().item(customerId) : person(winner));
    }

    private Multi<byte[]> zip(String customerId) {
        var request =
                ExportPersonalDataRequest.newBuilder().setCustomerId(customerId).build();
        return Multi.createFrom().deferred(() -> {
            var zip = new PersonalDataZip(json);
            Multi<byte[]> parts = Multi.createFrom()
                    .items(Service.values())
                    .onItem()
                    .transformToMultiAndConcatenate(service -> calls.download(
                                    service, PersonalDataServiceGrpc.getExportPersonalDataMethod(), request)
                            .map(answer -> zip.add(name(service), answer.getPart(), record(answer))));
            return Multi.createBy()
                    .concatenating()
                    .streams(parts, Multi.createFrom().item(() -> zip.finish(customerId)));
        });
    }

    private static String name(Service service) {
        return service.name().toLowerCase(Locale.ROOT) + "-service";
    }

    private static @Nullable Map<String, @Nullable Object> record(ExportPersonalDataResponse answer) {
        return answer.hasRecord() ? plain(answer.getRecord()) : null;
    }

    private static Map<String, @Nullable Object> plain(Struct struct) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        struct.getFieldsMap().forEach((name, value) -> plain.put(name, plain(value)));
        return plain;
    }

    private static List<@Nullable Object> plain(ListValue list) {
        List<@Nullable Object> plain = new ArrayList<>();
        list.getValuesList().forEach(value -> plain.add(plain(value)));
        return plain;
    }

    private static @Nullable Object plain(Value value) {
        return switch (value.getKindCase()) {
            case NULL_VALUE, KIND_NOT_SET -> null;
            case BOOL_VALUE -> value.getBoolValue();
            case STRING_VALUE -> value.getStringValue();
            case STRUCT_VALUE -> plain(value.getStructValue());
            case LIST_VALUE -> plain(value.getListValue());
            case NUMBER_VALUE ->
                value.getNumberValue() == Math.rint(value.getNumberValue())
                        ? (Object) (long) value.getNumberValue()
                        : (Object) value.getNumberValue();
        };
    }
}
