package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersRequest;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersResponse;
import io.smartcrm.proto.customer.v1.ChangeOrderStateRequest;
import io.smartcrm.proto.customer.v1.ChangeOrderStateResponse;
import io.smartcrm.proto.customer.v1.CountryTotal;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetOrderResponse;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsResponse;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesRequest;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesResponse;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListOrdersResponse;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderLine;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc.OrderServiceImplBase;
import io.smartcrm.proto.customer.v1.OrderState;
import io.smartcrm.proto.customer.v1.OrderStateChange;
import io.smartcrm.proto.customer.v1.RefundOrderRequest;
import io.smartcrm.proto.customer.v1.RefundOrderResponse;
import io.smartcrm.proto.customer.v1.UpsertOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertOrderResponse;
import io.smartcrm.proto.customer.v1.UpsertOutcome;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;

/** One refund with one line. */
final class FakeOrders extends OrderServiceImplBase {
    @Override
    public void getOrder(GetOrderRequest request, StreamObserver<GetOrderResponse> answer) {
        var line = OrderLine.newBuilder()
                .setLineNumber(1)
                .setProductId(Ids.KNOWN)
                .setQuantity("-2")
                .setUnitPrice("2.55");
        Ids.answer(
                "order",
                request.getId(),
                answer,
                () -> GetOrderResponse.newBuilder()
                        .setOrder(order(Ids.KNOWN).toBuilder().addLines(line))
                        .build());
    }

    @Override
    public void listOrders(ListOrdersRequest request, StreamObserver<ListOrdersResponse> answer) {
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> ListOrdersResponse.newBuilder()
                        .addOrders(order(request.getCustomerId()))
                        .build());
    }

    @Override
    public void listCountryTotals(ListCountryTotalsRequest request, StreamObserver<ListCountryTotalsResponse> answer) {
        var total = CountryTotal.newBuilder().setCountry("GB").setRefundCount(1).setTotal(money());
        Ids.complete(
                answer, ListCountryTotalsResponse.newBuilder().addTotals(total).build());
    }

    @Override
    public void upsertOrder(UpsertOrderRequest request, StreamObserver<UpsertOrderResponse> answer) {
        var outcome = request.getOrder().getSourceVersion() > 1
                ? UpsertOutcome.UPSERT_OUTCOME_CORRECTED
                : UpsertOutcome.UPSERT_OUTCOME_CREATED;
        var line = request.getOrder().getLines(0);
        Ids.complete(
                answer,
                UpsertOrderResponse.newBuilder()
                        .setOutcome(outcome)
                        .setOrder(order("").toBuilder()
                                .setNumber(request.getOrder().getNumber())
                                .setKind(OrderKind.ORDER_KIND_SALE)
                                .setState(OrderState.ORDER_STATE_PLACED)
                                .setChannel(request.getOrder().getChannel())
                                .addLines(OrderLine.newBuilder()
                                        .setLineNumber(1)
                                        .setQuantity(line.getQuantity())
                                        .setUnitPrice(line.getUnitPrice())
                                        .setDiscount(line.getDiscount())
                                        .setTax(line.getTax())))
                        .build());
    }

    @Override
    public void batchUpsertOrders(BatchUpsertOrdersRequest request, StreamObserver<BatchUpsertOrdersResponse> answer) {
        var response = BatchUpsertOrdersResponse.newBuilder();
        request.getOrdersList().forEach(order -> {
            var result = response.addResultsBuilder().setNumber(order.getNumber());
            if (order.hasOrderTime()) {
                result.setOutcome(UpsertOutcome.UPSERT_OUTCOME_CREATED)
                        .setOrderId(Ids.KNOWN)
                        .setVersion(1);
            } else {
                result.setOutcome(UpsertOutcome.UPSERT_OUTCOME_REFUSED)
                        .setReason("INVALID_FIELD")
                        .setField("orderTime")
                        .setDetail("is missing");
            }
        });
        Ids.complete(answer, response.build());
    }

    @Override
    public void changeOrderState(ChangeOrderStateRequest request, StreamObserver<ChangeOrderStateResponse> answer) {
        Ids.answer(
                "order",
                request.getOrderId(),
                answer,
                () -> ChangeOrderStateResponse.newBuilder()
                        .setOrder(order("").toBuilder().setState(request.getState()))
                        .build());
    }

    @Override
    public void listOrderStateChanges(
            ListOrderStateChangesRequest request, StreamObserver<ListOrderStateChangesResponse> answer) {
        var change = OrderStateChange.newBuilder()
                .setState(OrderState.ORDER_STATE_PLACED)
                .setChangeTime(Timestamps.fromMillis(1_291_194_060_000L));
        Ids.answer(
                "order",
                request.getOrderId(),
                answer,
                () -> ListOrderStateChangesResponse.newBuilder()
                        .addStateChanges(change)
                        .build());
    }

    @Override
    public void refundOrder(RefundOrderRequest request, StreamObserver<RefundOrderResponse> answer) {
        if (request.getLinesCount() > 0 && request.getLines(0).getQuantity().equals("9")) {
            answer.onError(
                    new Failure(Failure.Kind.UNPROCESSABLE, "REFUND_EXCEEDS_LINE", "a refund larger than its order")
                            .toStatus());
            return;
        }
        Ids.answer(
                "order",
                request.getOrderId(),
                answer,
                () -> RefundOrderResponse.newBuilder()
                        .setOrder(order("").toBuilder().setRefundedOrderId(request.getOrderId()))
                        .build());
    }

    private static Order order(String customerId) {
        return Order.newBuilder()
                .setId(Ids.KNOWN)
                .setNumber("C536379")
                .setKind(OrderKind.ORDER_KIND_REFUND)
                .setCustomerId(customerId)
                .setOrderTime(Timestamps.fromMillis(1_291_194_060_000L))
                .setCountry("GB")
                .setTotal(money())
                .build();
    }

    private static Money money() {
        return Money.newBuilder().setCurrencyCode("GBP").setMinorUnits(-510).build();
    }
}
