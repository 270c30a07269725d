package io.smartcrm.customer.product;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.FieldMask;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Value;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.TopicReader;
import io.smartcrm.proto.customer.v1.CreateProductRequest;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.ListPriceChangesRequest;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductEvent;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc.ProductServiceBlockingStub;
import io.smartcrm.proto.customer.v1.UpdateProductRequest;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CatalogueGrpcTest {
    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    private Calls calls;
    private ProductServiceBlockingStub products;

    @BeforeEach
    void connect() {
        calls = new Calls();
        products = ProductServiceGrpc.newBlockingStub(calls.as("ina", "integrator"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aProductIsKeptAsItWasToldAndItsEventTellsAll() {
        // When
        Product created = create(mug());

        // Then
        Product shown = products.getProduct(
                        GetProductRequest.newBuilder().setId(created.getId()).build())
                .getProduct();
        assertThat(shown).isEqualTo(created);
        assertThat(shown.getCategoryPathList()).containsExactly("Home " + unique, "Kitchen", "Mugs");
        assertThat(shown.getAttributesOrThrow("litres").getNumberValue()).isEqualTo(0.3);
        assertThat(shown.getNamesOrThrow("zh")).isEqualTo("杯子");
        try (var topic = new TopicReader(Topics.PRODUCTS)) {
            await().untilAsserted(() -> assertThat(topic.ofKey(created.getId()))
                    .singleElement()
                    .satisfies(found -> assertThat(product(found.value())).isEqualTo(created)));
        }
    }

    @Test
    void partsChangeByTheirPathsAndOtherPartsStay() {
        // Given
        Product created = create(mug());
        var parts = created.toBuilder()
                .putAttributes("color", text("blue"))
                .removeAttributes("litres")
                .setName("other")
                .build();

        // When
        Product changed = update(parts, "attributes.color", "attributes.litres");

        // Then
        assertThat(changed.getName()).isEqualTo("Mug");
        assertThat(changed.getAttributesMap()).containsOnlyKeys("color", "dishwasher");
        assertThat(changed.getEtag()).isEqualTo("2");
    }

    @Test
    void everyListPriceIsKept() {
        // Given
        Product first = create(mug());
        Product second = update(first.toBuilder().setListPrice(money(1_300)).build(), "list_price");
        Product third = update(second.toBuilder().setName("Big mug").build(), "name");
        update(third.toBuilder().clearListPrice().build(), "list_price");
        var request =
                ListPriceChangesRequest.newBuilder().setProductId(first.getId()).setPageSize(2);

        // When
        var page = products.listPriceChanges(request.build());
        var rest = products.listPriceChanges(
                request.setPageToken(page.getNextPageToken()).build());

        // Then
        assertThat(page.getPriceChanges(0).hasListPrice()).isFalse();
        assertThat(page.getPriceChanges(1).getListPrice().getMinorUnits()).isEqualTo(1_300);
        assertThat(rest.getPriceChangesList())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.getListPrice().getMinorUnits()).isEqualTo(1_250));
        assertThat(rest.getNextPageToken()).isEmpty();
    }

    @Test
    void productsAreFoundByPathBrandAndStatus() {
        // Given
        Product mug = create(mug());
        Product plate = create(mug().setCode("plate-" + unique).setCategoryPath(2, "Plates"));
        update(
                plate.toBuilder()
                        .setStatus(io.smartcrm.proto.customer.v1.ProductStatus.PRODUCT_STATUS_DISCONTINUED)
                        .build(),
                "status");

        // Then
        assertThat(codes("category = \"Home " + unique + "\"")).containsExactly(mug.getCode(), plate.getCode());
        assertThat(codes("category = \"Home " + unique + "/Kitchen/Mugs\"")).containsExactly(mug.getCode());
        assertThat(codes("brand = \"Brand " + unique + "\"")).containsExactly(mug.getCode(), plate.getCode());
        assertThat(codes("status = \"DISCONTINUED\"")).contains(plate.getCode()).doesNotContain(mug.getCode());
    }

    @Test
    void aCodeIsTakenOnceAndARequestCarriedOutOnce() {
        // Given
        var request = CreateProductRequest.newBuilder()
                .setProduct(mug())
                .setRequestId(unique)
                .build();
        Product first = products.createProduct(request).getProduct();

        // When
        Product again = products.createProduct(request).getProduct();
        var taken = failureOf(() -> create(mug()));

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(taken.kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(taken.reason()).isEqualTo("PRODUCT_CODE_TAKEN");
    }

    @Test
    void aStaleEtagIsRefused() {
        // Given
        Product created = create(mug());
        update(created.toBuilder().setName("A").build(), "name");

        // When
        var failure = failureOf(() -> update(created.toBuilder().setName("B").build(), "name"));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE);
    }

    @ParameterizedTest
    @CsvSource({"code, updateMask", "attributes.9, attributes"})
    void aBadPathIsRefused(String path, String field) {
        // Given
        Product created = create(mug());
        var parts = path.startsWith("attributes")
                ? created.toBuilder().putAttributes("9", text("x")).build()
                : created;

        // When
        var failure = failureOf(() -> update(parts, path));

        // Then
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    @Test
    void badPartsAreNamed() {
        assertThat(fields(mug().setCode(" "))).containsExactly("code");
        assertThat(fields(mug().setBrand("x".repeat(101)))).containsExactly("brand");
        assertThat(fields(mug().putNames("Chinese!", "x"))).containsExactly("names");
        assertThat(fields(mug().setListPrice(money(-1)))).containsExactly("listPrice");
        assertThat(fields(mug().addCategoryPath(" "))).containsExactly("categoryPath");
        assertThat(fields(mug().putAttributes(
                                "list", Value.newBuilder().setNullValueValue(0).build())))
                .containsExactly("attributes.list");
    }

    @Test
    void onlyWhoMayChangeTheCatalogue() {
        // Given
        var agent = ProductServiceGrpc.newBlockingStub(calls.as("ann", "agent"));
        var request = CreateProductRequest.newBuilder().setProduct(mug()).build();

        // When
        var denied = failureOf(() -> agent.createProduct(request));

        // Then
        assertThat(denied.kind()).isEqualTo(Failure.Kind.DENIED);
    }

    private Product.Builder mug() {
        return Product.newBuilder()
                .setCode("mug-" + unique)
                .setName("Mug")
                .addAllCategoryPath(List.of("Home " + unique, "Kitchen", "Mugs"))
                .setBrand("Brand " + unique)
                .putAttributes("litres", Value.newBuilder().setNumberValue(0.3).build())
                .putAttributes(
                        "dishwasher", Value.newBuilder().setBoolValue(true).build())
                .putNames("zh", "杯子")
                .putDescriptions("en", "For tea.\nOr coffee.")
                .setListPrice(money(1_250));
    }

    private Product create(Product.Builder product) {
        return products.createProduct(
                        CreateProductRequest.newBuilder().setProduct(product).build())
                .getProduct();
    }

    private Product update(Product parts, String... paths) {
        return products.updateProduct(UpdateProductRequest.newBuilder()
                        .setProduct(parts)
                        .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(paths)))
                        .build())
                .getProduct();
    }

    private List<String> fields(Product.Builder product) {
        return failureOf(() -> create(product)).violations().stream()
                .map(Failure.Violation::field)
                .toList();
    }

    private List<String> codes(String filter) {
        return products
                .listProducts(ListProductsRequest.newBuilder()
                        .setFilter(filter)
                        .setPageSize(500)
                        .build())
                .getProductsList()
                .stream()
                .map(Product::getCode)
                .toList();
    }

    private static Product product(byte[] event) {
        try {
            return ProductEvent.parseFrom(event).getProductChanged().getProduct();
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }

    private static Money money(long minorUnits) {
        return Money.newBuilder()
                .setCurrencyCode("EUR")
                .setMinorUnits(minorUnits)
                .build();
    }
}
