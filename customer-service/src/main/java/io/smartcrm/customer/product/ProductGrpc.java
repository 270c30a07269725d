package io.smartcrm.customer.product;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.proto.customer.v1.BatchGetProductsRequest;
import io.smartcrm.proto.customer.v1.BatchGetProductsResponse;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.GetProductResponse;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.ListProductsResponse;
import io.smartcrm.proto.customer.v1.ProductService;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;

/** The catalogue over gRPC. */
@GrpcService
class ProductGrpc implements ProductService {
    private final Products products;

    ProductGrpc(Products products) {
        this.products = products;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetProductResponse> getProduct(GetProductRequest request) {
        return products.get(ProductId.parse(request.getId()))
                .map(product -> GetProductResponse.newBuilder()
                        .setProduct(message(product))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListProductsResponse> listProducts(ListProductsRequest request) {
        var query = ProductQuery.parse(request.getFilter(), request.getPageSize(), request.getPageToken());
        return products.list(query).map(page -> response(page, query));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<BatchGetProductsResponse> batchGetProducts(BatchGetProductsRequest request) {
        return products.getAll(List.copyOf(request.getIdsList())).map(found -> {
            var response = BatchGetProductsResponse.newBuilder();
            found.forEach(product -> response.addProducts(message(product)));
            return response.build();
        });
    }

    private static ListProductsResponse response(Page<Product> page, ProductQuery query) {
        var response = ListProductsResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(product -> response.addProducts(message(product)));
        return response.build();
    }

    static io.smartcrm.proto.customer.v1.Product message(Product product) {
        var message = io.smartcrm.proto.customer.v1.Product.newBuilder()
                .setId(product.id().toString())
                .setCode(product.code())
                .setName(product.name())
                .addAllCategoryPath(product.categoryPath())
                .setCreateTime(timestamp(product.createTime()))
                .setUpdateTime(timestamp(product.updateTime()));
        product.price()
                .ifPresent(price -> message.getPriceBuilder()
                        .setCurrencyCode(price.currencyCode())
                        .setMinorUnits(price.minorUnits()));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
