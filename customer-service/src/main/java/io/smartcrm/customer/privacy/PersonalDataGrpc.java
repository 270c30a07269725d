package io.smartcrm.customer.privacy;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.profile.CustomerId;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import io.smartcrm.proto.ops.v1.PersonalDataService;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What all features hold about a customer, over gRPC. */
@GrpcService
class PersonalDataGrpc implements PersonalDataService {
    private final Erasures erasures;
    private final Database database;
    private final CustomerScope scope;

    PersonalDataGrpc(Erasures erasures, Database database, CustomerScope scope) {
        this.erasures = erasures;
        this.database = database;
        this.scope = scope;
    }

    @Override
    @RolesAllowed({"admin", "agent"})
    public Multi<ExportPersonalDataResponse> exportPersonalData(ExportPersonalDataRequest request) {
        UUID customer = CustomerId.parse(request.getCustomerId()).value();
        VisibleTeams visible = scope.visible();
        return Multi.createFrom()
                .iterable(erasures.holdings())
                .onItem()
                .transformToMultiAndConcatenate(holding -> Multi.createFrom()
                        .items(() -> read(holding, customer, visible).stream())
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private List<ExportPersonalDataResponse> read(CustomerHolding holding, UUID customer, VisibleTeams visible) {
        return database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            List<ExportPersonalDataResponse> answers = new ArrayList<>();
            holding.export(
                    connection,
                    customer,
                    record -> answers.add(ExportPersonalDataResponse.newBuilder()
                            .setPart(holding.name())
                            .setRecord(struct(record))
                            .build()));
            return answers.isEmpty()
                    ? List.of(ExportPersonalDataResponse.newBuilder()
                            .setPart(holding.name())
                            .build())
                    : answers;
        });
    }

    private static Struct struct(Map<?, ?> record) {
        var struct = Struct.newBuilder();
        record.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
        return struct.build();
    }

    /** Small whole numbers and flags as they are; times, amounts and all else as exact text. */
    private static Value value(@Nullable Object value) {
        var message = Value.newBuilder();
        if (value == null) {
            return message.setNullValue(NullValue.NULL_VALUE).build();
        }
        if (value instanceof Boolean flag) {
            return message.setBoolValue(flag).build();
        }
        if (value instanceof Map<?, ?> map) {
            return message.setStructValue(struct(map)).build();
        }
        if (value instanceof List<?> list) {
            var values = ListValue.newBuilder();
            list.forEach(item -> values.addValues(value(item)));
            return message.setListValue(values).build();
        }
        return value instanceof Integer whole
                ? message.setNumberValue(whole).build()
                : message.setStringValue(value.toString()).build();
    }
}
