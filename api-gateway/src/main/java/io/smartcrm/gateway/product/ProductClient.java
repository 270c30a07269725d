package io.smartcrm.gateway.product;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Value;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.product.ProductView.PriceChangeView;
import io.smartcrm.proto.customer.v1.CreateProductRequest;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.ListPriceChangesRequest;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.PriceChange;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import io.smartcrm.proto.customer.v1.ProductStatus;
import io.smartcrm.proto.customer.v1.UpdateProductRequest;
import io.smartcrm.proto.type.v1.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    Uni<ProductView> create(NewProduct wanted, String requestId) {
        var product = Product.newBuilder()
                .setCode(Parameters.text(wanted.code()))
                .setName(Parameters.text(wanted.name()))
                .setBrand(Parameters.text(wanted.brand()))
                .setStatus(Messages.constant(ProductStatus.class, "status", wanted.status()));
        Optional.ofNullable(wanted.categoryPath()).ifPresent(product::addAllCategoryPath);
        Optional.ofNullable(wanted.names()).ifPresent(product::putAllNames);
        Optional.ofNullable(wanted.descriptions()).ifPresent(product::putAllDescriptions);
        Optional.ofNullable(wanted.attributes())
                .ifPresent(attributes -> attributes
                        .properties()
                        .forEach(entry -> product.putAttributes(
                                entry.getKey(), ProductMessage.attribute(entry.getKey(), entry.getValue()))));
        Optional.ofNullable(wanted.listPrice())
                .ifPresent(price -> product.getListPriceBuilder()
                        .setCurrencyCode(Parameters.text(price.currencyCode()))
                        .setMinorUnits(price.minorUnits()));
        var request = CreateProductRequest.newBuilder()
                .setProduct(product)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, ProductServiceGrpc.getCreateProductMethod(), request)
                .map(response -> view(response.getProduct()));
    }

    Uni<ProductView> update(String id, String etag, ProductPatch patch) {
        var message = new ProductMessage().patch(patch.changes());
        var request = UpdateProductRequest.newBuilder()
                .setProduct(message.of(id, etag))
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(message.paths()))
                .build();
        return calls.change(Service.CUSTOMER, ProductServiceGrpc.getUpdateProductMethod(), request)
                .map(response -> view(response.getProduct()));
    }

    Uni<Page<PriceChangeView>> priceChanges(String id, int pageSize, String pageToken) {
        var request = ListPriceChangesRequest.newBuilder()
                .setProductId(id)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, ProductServiceGrpc.getListPriceChangesMethod(), request)
                .map(response ->
                        Page.of(response.getPriceChangesList(), ProductClient::view, response.getNextPageToken()));
    }

    private static PriceChangeView view(PriceChange change) {
        return new PriceChangeView(
                Messages.time(change.hasChangeTime(), change.getChangeTime()),
                money(change.hasListPrice(), change.getListPrice()));
    }

    private static @Nullable MoneyView money(boolean present, Money money) {
        return present ? new MoneyView(money.getCurrencyCode(), money.getMinorUnits()) : null;
    }

    private static Object value(Value value) {
        return switch (value.getKindCase()) {
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOL_VALUE -> value.getBoolValue();
            case STRING_VALUE, NULL_VALUE, STRUCT_VALUE, LIST_VALUE, KIND_NOT_SET -> value.getStringValue();
        };
    }

    private static ProductView view(Product product) {
        Map<String, Object> attributes = new TreeMap<>();
        product.getAttributesMap().forEach((name, value) -> attributes.put(name, value(value)));
        return new ProductView(
                product.getId(),
                product.getCode(),
                Messages.text(product.getName()),
                product.getCategoryPathList(),
                money(product.hasPrice(), product.getPrice()),
                money(product.hasListPrice(), product.getListPrice()),
                Messages.text(product.getBrand()),
                attributes,
                product.getNamesMap(),
                product.getDescriptionsMap(),
                Messages.name(product.getStatus()),
                Messages.time(product.hasCreateTime(), product.getCreateTime()),
                Messages.time(product.hasUpdateTime(), product.getUpdateTime()),
                product.getEtag());
    }
}
