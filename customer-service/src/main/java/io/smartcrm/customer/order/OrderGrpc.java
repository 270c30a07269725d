package io.smartcrm.customer.order;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersRequest;
import io.smartcrm.proto.customer.v1.BatchUpsertOrdersResponse;
import io.smartcrm.proto.customer.v1.ChangeOrderStateRequest;
import io.smartcrm.proto.customer.v1.ChangeOrderStateResponse;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetOrderResponse;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsResponse;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesRequest;
import io.smartcrm.proto.customer.v1.ListOrderStateChangesResponse;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListOrdersResponse;
import io.smartcrm.proto.customer.v1.OrderService;
import io.smartcrm.proto.customer.v1.RefundOrderRequest;
import io.smartcrm.proto.customer.v1.RefundOrderResponse;
import io.smartcrm.proto.customer.v1.UpsertOrderRequest;
import io.smartcrm.proto.customer.v1.UpsertOrderResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders over gRPC. */
@GrpcService
class OrderGrpc implements OrderService {
    private final Orders orders;
    private final OrderUpserts upserts;
    private final OrderSteps steps;
    private final CustomerScope scope;
    private final Database database;
    private final SecurityIdentity caller;

    OrderGrpc(
            Orders orders,
            OrderUpserts upserts,
            OrderSteps steps,
            CustomerScope scope,
            Database database,
            SecurityIdentity caller) {
        this.orders = orders;
        this.upserts = upserts;
        this.steps = steps;
        this.scope = scope;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetOrderResponse> getOrder(GetOrderRequest request) {
        return orders.get(OrderId.parse(request.getId()))
                .map(order ->
                        GetOrderResponse.newBuilder().setOrder(message(order)).build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListOrdersResponse> listOrders(ListOrdersRequest request) {
        var query = OrderQuery.parse(
                request.getCustomerId(), request.getFilter(), request.getPageSize(), request.getPageToken());
        return orders.list(query).map(page -> response(page, query));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListCountryTotalsResponse> listCountryTotals(ListCountryTotalsRequest request) {
        return orders.countryTotals().map(OrderGrpc::response);
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<UpsertOrderResponse> upsertOrder(UpsertOrderRequest request) {
        var told = ToldOrderGrpc.told(request.getOrder());
        var visible = scope.visible();
        return once(request.getRequestId(), request, UpsertOrderResponse.parser(), connection -> {
            Upsert upsert = upserts.store(connection, visible, List.of(told)).get(0);
            upsert.refusal().ifPresent(refusal -> {
                throw refusal;
            });
            return UpsertOrderResponse.newBuilder()
                    .setOrder(message(upserts.find(connection, told.number())))
                    .setOutcome(UpsertGrpc.message(upsert.outcome()))
                    .build();
        });
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<BatchUpsertOrdersResponse> batchUpsertOrders(BatchUpsertOrdersRequest request) {
        var batch = new UpsertGrpc(request.getOrdersList());
        return once(
                request.getRequestId(),
                request,
                BatchUpsertOrdersResponse.parser(),
                connection -> batch.response(upserts.store(connection, VisibleTeams.ALL, batch.told())));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<ChangeOrderStateResponse> changeOrderState(ChangeOrderStateRequest request) {
        OrderId id = OrderId.parse(request.getOrderId());
        OrderState state =
                ToldOrderGrpc.state(request.getState()).orElseThrow(() -> Failure.invalid("state", "is missing"));
        Optional<Instant> time = request.hasChangeTime()
                ? Optional.of(ToldOrderGrpc.time("changeTime", request.getChangeTime()))
                : Optional.empty();
        var visible = scope.visible();
        return once(
                request.getRequestId(),
                request,
                ChangeOrderStateResponse.parser(),
                connection -> ChangeOrderStateResponse.newBuilder()
                        .setOrder(message(steps.changeState(connection, visible, id, state, time)))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListOrderStateChangesResponse> listOrderStateChanges(ListOrderStateChangesRequest request) {
        OrderId id = OrderId.parse(request.getOrderId());
        var visible = scope.visible();
        var response = ListOrderStateChangesResponse.newBuilder();
        database.transaction(connection -> steps.history(connection, visible, id))
                .forEach(change -> response.addStateChangesBuilder()
                        .setState(message(change.state()))
                        .setChangeTime(timestamp(change.changeTime())));
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<RefundOrderResponse> refundOrder(RefundOrderRequest request) {
        OrderId id = OrderId.parse(request.getOrderId());
        Optional<Instant> time = request.hasRefundTime()
                ? Optional.of(ToldOrderGrpc.time("refundTime", request.getRefundTime()))
                : Optional.empty();
        List<OrderSteps.Return> returns = new ArrayList<>();
        request.getLinesList().forEach(line -> returns.add(ToldOrderGrpc.returned(returns.size(), line)));
        var visible = scope.visible();
        return once(
                request.getRequestId(),
                request,
                RefundOrderResponse.parser(),
                connection -> RefundOrderResponse.newBuilder()
                        .setOrder(message(steps.refund(connection, visible, id, request.getNumber(), time, returns)))
                        .build());
    }

    private <T extends Message> Uni<T> once(
            String requestId, Message request, Parser<T> parser, Database.Work<T> work) {
        return Uni.createFrom().item(database.once(caller.getPrincipal().getName(), requestId, request, parser, work));
    }

    private static ListOrdersResponse response(Page<Order> page, OrderQuery query) {
        var response = ListOrdersResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(order -> response.addOrders(message(order)));
        return response.build();
    }

    private static ListCountryTotalsResponse response(List<CountryTotal> totals) {
        var response = ListCountryTotalsResponse.newBuilder();
        for (CountryTotal total : totals) {
            response.addTotalsBuilder()
                    .setCountry(total.country())
                    .setSaleCount(total.count(OrderKind.SALE))
                    .setRefundCount(total.count(OrderKind.REFUND))
                    .setAdjustmentCount(total.count(OrderKind.ADJUSTMENT))
                    .setSales(message(total.amount(OrderKind.SALE)))
                    .setRefunds(message(total.amount(OrderKind.REFUND)))
                    .setAdjustments(message(total.amount(OrderKind.ADJUSTMENT)))
                    .setTotal(message(total.total()));
        }
        return response.build();
    }

    static io.smartcrm.proto.customer.v1.Order message(Order order) {
        var message = io.smartcrm.proto.customer.v1.Order.newBuilder()
                .setId(order.id().toString())
                .setNumber(order.number())
                .setKind(message(order.kind()))
                .setOrderTime(timestamp(order.orderTime()))
                .setCountry(order.country())
                .setTotal(message(order.total()))
                .setChannel(order.terms().channel())
                .setShipping(decimal(order.terms().shipping()))
                .setSourceVersion(order.terms().sourceVersion())
                .setVersion(order.version());
        if (order.kind() == OrderKind.SALE) {
            message.setState(message(order.terms().state()));
        }
        order.customerId().ifPresent(customer -> message.setCustomerId(customer.toString()));
        order.refundedOrder().ifPresent(refunded -> message.setRefundedOrderId(refunded.toString()));
        order.lines()
                .forEach(line -> message.addLinesBuilder()
                        .setLineNumber(line.lineNumber())
                        .setProductId(line.productId().toString())
                        .setQuantity(line.quantity().toPlainString())
                        .setUnitPrice(line.unitPrice().toPlainString())
                        .setDiscount(decimal(line.discount()))
                        .setTax(decimal(line.tax()))
                        .setRefundedLineNumber(line.refundedLine()));
        return message.build();
    }

    private static String decimal(BigDecimal amount) {
        return amount.signum() == 0 ? "" : amount.toPlainString();
    }

    private static io.smartcrm.proto.customer.v1.OrderState message(OrderState state) {
        return switch (state) {
            case PLACED -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PLACED;
            case PAID -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_PAID;
            case SHIPPED -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_SHIPPED;
            case DELIVERED -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_DELIVERED;
            case CANCELLED -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_CANCELLED;
            case RETURNED -> io.smartcrm.proto.customer.v1.OrderState.ORDER_STATE_RETURNED;
        };
    }

    private static io.smartcrm.proto.customer.v1.OrderKind message(OrderKind kind) {
        return switch (kind) {
            case SALE -> io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_SALE;
            case REFUND -> io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_REFUND;
            case ADJUSTMENT -> io.smartcrm.proto.customer.v1.OrderKind.ORDER_KIND_ADJUSTMENT;
        };
    }

    private static io.smartcrm.proto.type.v1.Money message(Money money) {
        return io.smartcrm.proto.type.v1.Money.newBuilder()
                .setCurrencyCode(money.currencyCode())
                .setMinorUnits(money.minorUnits())
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
