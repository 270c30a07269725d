package io.smartcrm.customer.order;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.money.Money;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetOrderResponse;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsResponse;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListOrdersResponse;
import io.smartcrm.proto.customer.v1.OrderService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;

/** Orders over gRPC. */
@GrpcService
class OrderGrpc implements OrderService {
    private final Orders orders;

    OrderGrpc(Orders orders) {
        this.orders = orders;
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
                .setVersion(order.version());
        order.customerId().ifPresent(customer -> message.setCustomerId(customer.toString()));
        order.refundedOrder().ifPresent(refunded -> message.setRefundedOrderId(refunded.toString()));
        order.lines()
                .forEach(line -> message.addLinesBuilder()
                        .setLineNumber(line.lineNumber())
                        .setProductId(line.productId().toString())
                        .setQuantity(line.quantity().toPlainString())
                        .setUnitPrice(line.unitPrice().toPlainString()));
        return message.build();
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
