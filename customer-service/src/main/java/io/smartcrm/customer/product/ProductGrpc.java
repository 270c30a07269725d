package io.smartcrm.customer.product;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.money.Money;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.customer.v1.BatchGetProductsRequest;
import io.smartcrm.proto.customer.v1.BatchGetProductsResponse;
import io.smartcrm.proto.customer.v1.CreateProductRequest;
import io.smartcrm.proto.customer.v1.CreateProductResponse;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.GetProductResponse;
import io.smartcrm.proto.customer.v1.ListPriceChangesRequest;
import io.smartcrm.proto.customer.v1.ListPriceChangesResponse;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.ListProductsResponse;
import io.smartcrm.proto.customer.v1.ProductService;
import io.smartcrm.proto.customer.v1.UpdateProductRequest;
import io.smartcrm.proto.customer.v1.UpdateProductResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The catalogue over gRPC. */
@GrpcService
class ProductGrpc implements ProductService {
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Products products;
    private final Catalogue catalogue;
    private final Database database;
    private final SecurityIdentity caller;

    ProductGrpc(Products products, Catalogue catalogue, Database database, SecurityIdentity caller) {
        this.products = products;
        this.catalogue = catalogue;
        this.database = database;
        this.caller = caller;
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

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<CreateProductResponse> createProduct(CreateProductRequest request) {
        var wanted = request.getProduct();
        var draft = parts(wanted).of(wanted.getCode());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        CreateProductResponse.parser(),
                        connection -> CreateProductResponse.newBuilder()
                                .setProduct(message(catalogue.create(connection, draft)))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "integrator"})
    public Uni<UpdateProductResponse> updateProduct(UpdateProductRequest request) {
        var wanted = request.getProduct();
        ProductId id = ProductId.parse(wanted.getId());
        var parts = parts(wanted);
        List<String> paths = List.copyOf(request.getUpdateMask().getPathsList());
        return Uni.createFrom()
                .item(database.once(
                        caller.getPrincipal().getName(),
                        request.getRequestId(),
                        request,
                        UpdateProductResponse.parser(),
                        connection -> UpdateProductResponse.newBuilder()
                                .setProduct(message(catalogue.update(connection, id, wanted.getEtag(), paths, parts)))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListPriceChangesResponse> listPriceChanges(ListPriceChangesRequest request) {
        ProductId id = ProductId.parse(request.getProductId());
        String query = "price-changes/" + id;
        int size = PageToken.pageSize(request.getPageSize());
        Instant before = request.getPageToken().isEmpty()
                ? FOREVER
                : TimePosition.decode(request.getPageToken(), query).time();
        var page = Page.of(
                database.transaction(connection -> catalogue.priceChanges(connection, id, before, size + 1)), size);
        var response = ListPriceChangesResponse.newBuilder()
                .setNextPageToken(
                        page.nextToken(last -> new TimePosition(last.changeTime(), id.value()).encode(query)));
        page.items().forEach(change -> {
            var message = response.addPriceChangesBuilder().setChangeTime(timestamp(change.changeTime()));
            change.listPrice().map(ProductGrpc::money).ifPresent(message::setListPrice);
        });
        return Uni.createFrom().item(response.build());
    }

    private static ProductDraft.Parts parts(io.smartcrm.proto.customer.v1.Product message) {
        Map<String, Object> attributes = new TreeMap<>();
        message.getAttributesMap().forEach((name, value) -> attributes.put(name, attribute(name, value)));
        return new ProductDraft.Parts(
                message.getName(),
                message.getCategoryPathList(),
                new ProductDetails(
                        message.getBrand(),
                        attributes,
                        message.getNamesMap(),
                        message.getDescriptionsMap(),
                        message.hasListPrice() ? Optional.of(money(message.getListPrice())) : Optional.empty(),
                        status(message.getStatus())));
    }

    private static Object attribute(String name, Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOL_VALUE -> value.getBoolValue();
            case NULL_VALUE, STRUCT_VALUE, LIST_VALUE, KIND_NOT_SET ->
                throw Failure.invalid("attributes." + name, "is neither text nor a number nor true or false");
        };
    }

    private static Value attribute(Object value) {
        if (value instanceof Boolean flag) {
            return Value.newBuilder().setBoolValue(flag).build();
        }
        return value instanceof Double number
                ? Value.newBuilder().setNumberValue(number).build()
                : Value.newBuilder().setStringValue(value.toString()).build();
    }

    private static ProductStatus status(io.smartcrm.proto.customer.v1.ProductStatus status) {
        return switch (status) {
            case PRODUCT_STATUS_UNSPECIFIED, PRODUCT_STATUS_ACTIVE -> ProductStatus.ACTIVE;
            case PRODUCT_STATUS_DISCONTINUED -> ProductStatus.DISCONTINUED;
            case UNRECOGNIZED -> throw Failure.invalid("status", "is not one of ACTIVE, DISCONTINUED");
        };
    }

    private static Money money(io.smartcrm.proto.type.v1.Money message) {
        int digits = Money.fractionDigits(message.getCurrencyCode());
        return new Money(message.getCurrencyCode(), BigDecimal.valueOf(message.getMinorUnits(), digits));
    }

    private static io.smartcrm.proto.type.v1.Money money(Money money) {
        return io.smartcrm.proto.type.v1.Money.newBuilder()
                .setCurrencyCode(money.currencyCode())
                .setMinorUnits(money.minorUnits())
                .build();
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
                .setUpdateTime(timestamp(product.updateTime()))
                .setEtag(product.etag());
        product.price().map(ProductGrpc::money).ifPresent(message::setPrice);
        var details = product.details();
        details.attributes().forEach((name, value) -> message.putAttributes(name, attribute(value)));
        details.listPrice().map(ProductGrpc::money).ifPresent(message::setListPrice);
        message.setBrand(details.brand())
                .putAllNames(details.names())
                .putAllDescriptions(details.descriptions())
                .setStatus(
                        switch (details.status()) {
                            case ACTIVE -> io.smartcrm.proto.customer.v1.ProductStatus.PRODUCT_STATUS_ACTIVE;
                            case DISCONTINUED ->
                                io.smartcrm.proto.customer.v1.ProductStatus.PRODUCT_STATUS_DISCONTINUED;
                        });
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
