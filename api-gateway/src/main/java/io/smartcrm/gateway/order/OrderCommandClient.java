package io.smartcrm.gateway.order;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.order.OrderSteps.NewRefund;
import io.smartcrm.gateway.order.OrderSteps.NewState;
import io.smartcrm.gateway.order.OrderSteps.StateChange;
import io.smartcrm.gateway.order.OrderSteps.StateChanges;
import io.smartcrm.gateway.order.OrderUpsert.Refusal;
import io.smartcrm.gateway.order.OrderUpsert.Result;
import io.smartcrm.gateway.order.OrderUpsert.Results;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersRequest;
import io.smartcrm.proto.customer.v1.ChangeOrderStateRequest;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesRequest;
import io.smartcrm.proto.customer.v1.OrderInput;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.OrderState;
import io.smartcrm.proto.customer.v1.RefundOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Tells customer-service of orders. */
@ApplicationScoped
class OrderCommandClient {
    private final Calls calls;

    OrderCommandClient(Calls calls) {
        this.calls = calls;
    }

    Uni<OrderUpsert> upsert(NewOrder order, String requestId) {
        var request = UpsertOrderRequest.newBuilder()
                .setOrder(message(order))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, OrderServiceGrpc.getUpsertOrderMethod(), request)
                .map(response ->
                        new OrderUpsert(Messages.name(response.getOutcome()), OrderClient.view(response.getOrder())));
    }

    Uni<Results> upsertAll(NewOrder.Batch batch, String requestId) {
        var request = BatchUpsertOrdersRequest.newBuilder().setRequestId(requestId);
        Optional.ofNullable(batch.orders()).orElse(List.of()).forEach(order -> request.addOrders(message(order)));
        return calls.change(Service.CUSTOMER, OrderServiceGrpc.getBatchUpsertOrdersMethod(), request.build())
                .map(response -> new Results(response.getResultsList().stream()
                        .map(OrderCommandClient::view)
                        .toList()));
    }

    Uni<OrderView> changeState(String id, NewState next, String requestId) {
        var request = ChangeOrderStateRequest.newBuilder()
                .setOrderId(id)
                .setState(Messages.constant(OrderState.class, "state", next.state()))
                .setRequestId(requestId);
        Optional.ofNullable(next.changeTime()).map(Messages::timestamp).ifPresent(request::setChangeTime);
        return calls.change(Service.CUSTOMER, OrderServiceGrpc.getChangeOrderStateMethod(), request.build())
                .map(response -> OrderClient.view(response.getOrder()));
    }

    Uni<StateChanges> stateChanges(String id) {
        var request = ListOrderStateChangesRequest.newBuilder().setOrderId(id).build();
        return calls.read(Service.CUSTOMER, OrderServiceGrpc.getListOrderStateChangesMethod(), request)
                .map(response -> new StateChanges(response.getStateChangesList().stream()
                        .map(change -> new StateChange(
                                Messages.name(change.getState()),
                                Messages.time(change.hasChangeTime(), change.getChangeTime())))
                        .toList()));
    }

    Uni<OrderView> refund(String id, NewRefund refund, String requestId) {
        var request = RefundOrderRequest.newBuilder()
                .setOrderId(id)
                .setNumber(text(refund.number()))
                .setRequestId(requestId);
        Optional.ofNullable(refund.refundTime()).map(Messages::timestamp).ifPresent(request::setRefundTime);
        Optional.ofNullable(refund.lines())
                .orElse(List.of())
                .forEach(line -> request.addLinesBuilder()
                        .setLineNumber(Optional.ofNullable(line.lineNumber()).orElse(0))
                        .setQuantity(text(line.quantity()))
                        .setAmount(text(line.amount())));
        return calls.change(Service.CUSTOMER, OrderServiceGrpc.getRefundOrderMethod(), request.build())
                .map(response -> OrderClient.view(response.getOrder()));
    }

    private static OrderInput message(NewOrder order) {
        var message = OrderInput.newBuilder()
                .setNumber(text(order.number()))
                .setKind(Messages.constant(OrderKind.class, "kind", order.kind()))
                .setCustomerId(text(order.customerId()))
                .setCountry(text(order.country()))
                .setCurrencyCode(text(order.currencyCode()))
                .setShipping(text(order.shipping()))
                .setTotal(text(order.total()))
                .setChannel(text(order.channel()))
                .setState(Messages.constant(OrderState.class, "state", order.state()))
                .setRefundOf(text(order.refundOf()))
                .setSourceVersion(Optional.ofNullable(order.sourceVersion()).orElse(0L));
        Optional.ofNullable(order.orderTime()).map(Messages::timestamp).ifPresent(message::setOrderTime);
        for (NewOrder.NewLine line : Optional.ofNullable(order.lines()).orElse(List.of())) {
            message.addLinesBuilder()
                    .setProductId(text(line.productId()))
                    .setProductCode(text(line.productCode()))
                    .setQuantity(text(line.quantity()))
                    .setUnitPrice(text(line.unitPrice()))
                    .setDiscount(text(line.discount()))
                    .setTax(text(line.tax()))
                    .setRefundedLineNumber(
                            Optional.ofNullable(line.refundedLineNumber()).orElse(0));
        }
        return message.build();
    }

    private static Result view(UpsertResult result) {
        return new Result(
                result.getNumber(),
                Messages.name(result.getOutcome()),
                Messages.text(result.getOrderId()),
                result.getVersion() == 0 ? null : result.getVersion(),
                result.getReason().isEmpty()
                        ? null
                        : new Refusal(result.getReason(), Messages.text(result.getField()), result.getDetail()));
    }
}
