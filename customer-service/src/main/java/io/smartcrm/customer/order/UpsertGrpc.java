package io.smartcrm.customer.order;

import io.smartcrm.proto.customer.v1.BatchUpsertOrdersResponse;
import io.smartcrm.proto.customer.v1.OrderInput;
import io.smartcrm.proto.customer.v1.UpsertOutcome;
import io.smartcrm.proto.customer.v1.UpsertResult;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders of a batch: each is read for itself, so that one that cannot be read stops no other. */
final class UpsertGrpc {
    private static final int MAX_ORDERS = 1_000;

    private final List<ToldOrder> told = new ArrayList<>();
    private final Map<Integer, Upsert> unreadable = new HashMap<>();
    private final int count;

    UpsertGrpc(List<OrderInput> orders) {
        count = orders.size();
        if (count == 0 || count > MAX_ORDERS) {
            throw Failure.invalid("orders", count + " orders are not 1 to " + MAX_ORDERS);
        }
        for (int i = 0; i < count; i++) {
            try {
                told.add(ToldOrderGrpc.told(orders.get(i)));
            } catch (Failure refusal) {
                unreadable.put(i, Upsert.refused(orders.get(i).getNumber(), refusal));
            }
        }
    }

    List<ToldOrder> told() {
        return told;
    }

    /** @param stored what became of those that could be read */
    BatchUpsertOrdersResponse response(List<Upsert> stored) {
        var response = BatchUpsertOrdersResponse.newBuilder();
        var next = stored.iterator();
        for (int i = 0; i < count; i++) {
            Upsert refused = unreadable.get(i);
            response.addResults(message(refused == null ? next.next() : refused));
        }
        return response.build();
    }

    static UpsertOutcome message(Upsert.Outcome outcome) {
        return switch (outcome) {
            case CREATED -> UpsertOutcome.UPSERT_OUTCOME_CREATED;
            case CORRECTED -> UpsertOutcome.UPSERT_OUTCOME_CORRECTED;
            case UNCHANGED -> UpsertOutcome.UPSERT_OUTCOME_UNCHANGED;
            case OUTDATED -> UpsertOutcome.UPSERT_OUTCOME_OUTDATED;
            case REFUSED -> UpsertOutcome.UPSERT_OUTCOME_REFUSED;
        };
    }

    private static UpsertResult message(Upsert upsert) {
        var message = UpsertResult.newBuilder()
                .setNumber(upsert.number())
                .setOutcome(message(upsert.outcome()))
                .setVersion(upsert.version());
        upsert.orderId().ifPresent(id -> message.setOrderId(id.toString()));
        upsert.refusal().ifPresent(refusal -> {
            message.setReason(refusal.reason()).setDetail(String.valueOf(refusal.getMessage()));
            refusal.violations().stream().findFirst().ifPresent(bad -> message.setField(bad.field()));
        });
        return message.build();
    }
}
