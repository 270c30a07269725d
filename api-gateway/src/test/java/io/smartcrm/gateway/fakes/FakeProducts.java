package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CreateProductRequest;
import io.smartcrm.proto.customer.v1.CreateProductResponse;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.GetProductResponse;
import io.smartcrm.proto.customer.v1.ListPriceChangesRequest;
import io.smartcrm.proto.customer.v1.ListPriceChangesResponse;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.ListProductsResponse;
import io.smartcrm.proto.customer.v1.PriceChange;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc.ProductServiceImplBase;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.customer.v1.UpdateProductRequest;
import io.smartcrm.proto.customer.v1.UpdateProductResponse;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;

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

    @Override
    public void createProduct(CreateProductRequest request, StreamObserver<CreateProductResponse> answer) {
        var product = request.getProduct().toBuilder()
                .setId(Ids.KNOWN)
                .setStatus(ProductStatus.PRODUCT_STATUS_ACTIVE)
                .setEtag("1");
        Ids.complete(
                answer, CreateProductResponse.newBuilder().setProduct(product).build());
    }

    /** Tells which paths came by its description. */
    @Override
    public void updateProduct(UpdateProductRequest request, StreamObserver<UpdateProductResponse> answer) {
        if (!request.getProduct().getEtag().equals("1")) {
            answer.onError(
                    new Failure(Failure.Kind.STALE, "STALE_ETAG", "was changed meanwhile; read it again").toStatus());
            return;
        }
        var product = request.getProduct().toBuilder()
                .setStatus(ProductStatus.PRODUCT_STATUS_ACTIVE)
                .putDescriptions("en", String.join(",", request.getUpdateMask().getPathsList()))
                .setEtag("2");
        Ids.complete(
                answer, UpdateProductResponse.newBuilder().setProduct(product).build());
    }

    @Override
    public void listPriceChanges(ListPriceChangesRequest request, StreamObserver<ListPriceChangesResponse> answer) {
        Ids.answer(
                "product",
                request.getProductId(),
                answer,
                () -> ListPriceChangesResponse.newBuilder()
                        .addPriceChanges(
                                PriceChange.newBuilder().setListPrice(product().getPrice()))
                        .build());
    }

    private static Product product() {
        return Product.newBuilder()
                .setId(Ids.KNOWN)
                .setCode("85123A")
                .setName("WHITE HANGING HEART T-LIGHT HOLDER")
                .addCategoryPath("Home")
                .setStatus(ProductStatus.PRODUCT_STATUS_ACTIVE)
                .setEtag("1")
                .setPrice(Money.newBuilder().setCurrencyCode("GBP").setMinorUnits(255))
                .build();
    }
}
