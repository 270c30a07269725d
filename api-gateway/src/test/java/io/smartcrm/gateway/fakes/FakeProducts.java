package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.GetProductResponse;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.ListProductsResponse;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc.ProductServiceImplBase;
import io.smartcrm.proto.type.v1.Money;

/** One product. */
final class FakeProducts extends ProductServiceImplBase {
    @Override
    public void getProduct(GetProductRequest request, StreamObserver<GetProductResponse> answer) {
        Ids.answer(
                "product",
                request.getId(),
                answer,
                () -> GetProductResponse.newBuilder().setProduct(product()).build());
    }

    @Override
    public void listProducts(ListProductsRequest request, StreamObserver<ListProductsResponse> answer) {
        Ids.complete(
                answer, ListProductsResponse.newBuilder().addProducts(product()).build());
    }

    private static Product product() {
        return Product.newBuilder()
                .setId(Ids.KNOWN)
                .setCode("85123A")
                .setName("WHITE HANGING HEART T-LIGHT HOLDER")
                .addCategoryPath("Home")
                .setPrice(Money.newBuilder().setCurrencyCode("GBP").setMinorUnits(255))
                .build();
    }
}
