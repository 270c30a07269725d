package io.smartcrm.gateway.product;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks customer-service for products. */
@ApplicationScoped
class ProductClient {
    private final Calls calls;

    ProductClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ProductView> get(String id) {
        var request = GetProductRequest.newBuilder().setId(id).build();
        return calls.read(Service.CUSTOMER, ProductServiceGrpc.getGetProductMethod(), request)
                .map(response -> view(response.getProduct()));
    }

    Uni<Page<ProductView>> list(int pageSize, String pageToken, String filter) {
        var request = ListProductsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .build();
        return calls.read(Service.CUSTOMER, ProductServiceGrpc.getListProductsMethod(), request)
                .map(response -> Page.of(response.getProductsList(), ProductClient::view, response.getNextPageToken()));
    }

    private static ProductView view(Product product) {
        return new ProductView(
                product.getId(),
                product.getCode(),
                Messages.text(product.getName()),
                product.getCategoryPathList(),
                product.hasPrice()
                        ? new MoneyView(
                                product.getPrice().getCurrencyCode(),
                                product.getPrice().getMinorUnits())
                        : null,
                Messages.time(product.hasCreateTime(), product.getCreateTime()),
                Messages.time(product.hasUpdateTime(), product.getUpdateTime()));
    }
}
