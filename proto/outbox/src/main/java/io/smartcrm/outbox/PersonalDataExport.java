package io.smartcrm.outbox;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.proto.ops.v1.ExportPersonalDataResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands out all that a service holds about a customer, part by part. */
@ApplicationScoped
public class PersonalDataExport {
    private static final double EXACT = 9.007199254740992e15;

    private final AgroalDataSource database;
    private final List<PersonalData> parts;

    PersonalDataExport(AgroalDataSource database, @All List<PersonalData> parts) {
        this.database = database;
        this.parts = parts;
    }

    public Multi<ExportPersonalDataResponse> of(UUID customer) {
        return Multi.createFrom()
                .iterable(parts)
                .onItem()
                .transformToMultiAndConcatenate(part -> Multi.createFrom()
                        .items(() -> read(part, customer).stream())
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private List<ExportPersonalDataResponse> read(PersonalData part, UUID customer) {
        List<ExportPersonalDataResponse> answers = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            part.export(
                    connection,
                    customer.toString(),
                    record -> answers.add(ExportPersonalDataResponse.newBuilder()
                            .setPart(part.name())
                            .setRecord(struct(record))
                            .build()));
        } catch (SQLException failed) {
            throw new IllegalStateException("the part " + part.name() + " could not be read", failed);
        }
        if (answers.isEmpty()) {
            answers.add(
                    ExportPersonalDataResponse.newBuilder().setPart(part.name()).build());
        }
        return answers;
    }

    private static Struct struct(Map<?, ?> record) {
        var struct = Struct.newBuilder();
        record.forEach((name, value) -> struct.putFields(String.valueOf(name), value(value)));
        return struct.build();
    }

    /** Numbers that a double cannot hold, times and all else go as text. */
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
        boolean exact = value instanceof Integer || (value instanceof Long whole && Math.abs(whole) < EXACT);
        return exact
                ? message.setNumberValue(((Number) value).doubleValue()).build()
                : message.setStringValue(value.toString()).build();
    }
}
