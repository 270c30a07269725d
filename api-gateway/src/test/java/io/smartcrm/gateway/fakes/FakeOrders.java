package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CountryTotal;
import io.smartcrm.proto.customer.v1.GetOrderRequest;
import io.smartcrm.proto.customer.v1.GetOrderResponse;
import io.smartcrm.proto.customer.v1.ListCountryTotalsRequest;
import io.smartcrm.proto.customer.v1.ListCountryTotalsResponse;
import io.smartcrm.proto.customer.v1.ListOrdersRequest;
import io.smartcrm.proto.customer.v1.ListOrdersResponse;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderKind;
import io.smartcrm.proto.customer.v1.OrderLine;
import io.smartcrm.proto.customer.v1.OrderServiceGrpc.OrderServiceImplBase;
import io.smartcrm.proto.type.v1.Money;

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
