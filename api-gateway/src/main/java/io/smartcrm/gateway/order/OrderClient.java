package io.smartcrm.gateway.order;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.order.CountryTotals.CountryTotalView;
import io.smartcrm.gateway.order.OrderView.LineView;
import io.smartcrm.proto.customer.v1.CountryTotal;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListOrdersResponse;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc;
import io.smartcrm.proto.customer.v1.OrderState;
import io.smartcrm.proto.type.v1.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks customer-service for orders. */
@ApplicationScoped
public class OrderClient {
    private final Calls calls;

    OrderClient(Calls calls) {
        this.calls = calls;
    }

    Uni<OrderView> get(String id) {
        var request = GetOrderRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, OrderServiceGrpc.getGetOrderMethod(), request)
                .map(response -> view(response.getOrder()));
    }

    /** @param customerId empty for the orders of everyone */
    Uni<Page<OrderView>> list(String customerId, int pageSize, String pageToken, String filter) {
        var request = ListOrdersRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .build();
        return calls.read(Service.CUSTOMER, OrderServiceGrpc.getListOrdersMethod(), request)
                .map(OrderClient::page);
    }

    /** The last orders of a customer, for an answer that can do without them. */
    public Uni<List<OrderView>> part(String customerId, int count) {
        var request = ListOrdersRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(count)
                .build();
        return calls.readPart(Service.CUSTOMER, OrderServiceGrpc.getListOrdersMethod(), request)
                .map(response -> page(response).items());
    }

    Uni<CountryTotals> totals() {
        return calls.read(
                        Service.CUSTOMER,
                        OrderServiceGrpc.getListCountryTotalsMethod(),
                        ListCountryTotalsRequest.getDefaultInstance())
                .map(response -> new CountryTotals(
                        response.getTotalsList().stream().map(OrderClient::view).toList()));
    }

    private static Page<OrderView> page(ListOrdersResponse response) {
        return Page.of(response.getOrdersList(), OrderClient::view, response.getNextPageToken());
    }

    static OrderView view(Order order) {
        return new OrderView(
                order.getId(),
                order.getNumber(),
                Messages.name(order.getKind()),
                Messages.text(order.getCustomerId()),
                Messages.time(order.hasOrderTime(), order.getOrderTime()),
                Messages.text(order.getCountry()),
                money(order.getTotal()),
                order.getLinesList().stream()
                        .map(line -> new LineView(
                                line.getLineNumber(),
                                line.getProductId(),
                                line.getQuantity(),
                                line.getUnitPrice(),
                                Messages.text(line.getDiscount()),
                                Messages.text(line.getTax()),
                                line.getRefundedLineNumber() == 0 ? null : line.getRefundedLineNumber()))
                        .toList(),
                Messages.text(order.getRefundedOrderId()),
                order.getState() == OrderState.ORDER_STATE_UNSPECIFIED ? null : Messages.name(order.getState()),
                Messages.text(order.getChannel()),
                Messages.text(order.getShipping()),
                order.getSourceVersion() == 0 ? null : order.getSourceVersion(),
                order.getVersion());
    }

    private static CountryTotalView view(CountryTotal total) {
        return new CountryTotalView(
                Messages.text(total.getCountry()),
                total.getSaleCount(),
                total.getRefundCount(),
                total.getAdjustmentCount(),
                money(total.getSales()),
                money(total.getRefunds()),
                money(total.getAdjustments()),
                money(total.getTotal()));
    }

    private static MoneyView money(Money money) {
        return new MoneyView(money.getCurrencyCode(), money.getMinorUnits());
    }
}
