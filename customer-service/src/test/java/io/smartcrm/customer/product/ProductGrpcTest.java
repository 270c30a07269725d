package io.smartcrm.customer.product;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.BatchGetProductsRequest;
import io.smartcrm.proto.customer.v1.GetProductRequest;
import io.smartcrm.proto.customer.v1.ListProductsRequest;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc;
import io.smartcrm.proto.customer.v1.ProductServiceGrpc.ProductServiceBlockingStub;
import io.smartcrm.wire.Failure;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProductGrpcTest {
    private static final String INSERT = """
            insert into product (id, code, name, category_path, price, currency, create_time, update_time)
            values (?, ?, 'Lamp', array[?, 'Lamps'], 12.345, 'EUR', now(), now())""";

    private final String unique = UUID.randomUUID().toString();

    @Inject
    AgroalDataSource database;

    private Calls calls;
    private ProductServiceBlockingStub products;

    @BeforeEach
    void connect() {
        calls = new Calls();
        products = ProductServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aProductIsShownWithItsLastPriceInMinorUnits() throws SQLException {
        // Given
        String id = store("A-" + unique);

        // When
        var product = products.getProduct(
                        GetProductRequest.newBuilder().setId(id).build())
                .getProduct();

        // Then
        assertThat(product.getCode()).isEqualTo("A-" + unique);
        assertThat(product.getName()).isEqualTo("Lamp");
        assertThat(product.getCategoryPathList()).containsExactly("Home " + unique, "Lamps");
        assertThat(product.getPrice().getCurrencyCode()).isEqualTo("EUR");
        assertThat(product.getPrice().getMinorUnits()).isEqualTo(1234);
        assertThat(product.hasCreateTime()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01890a5d-ac96-774b-bcce-b302099a8057", "85123A"})
    void anUnknownProductIsNotFound(String id) {
        // Given
        var request = GetProductRequest.newBuilder().setId(id).build();

        // When
        var failure = failureOf(() -> products.getProduct(request));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("PRODUCT_NOT_FOUND");
    }

    @Test
    void theProductsOfACategoryArePagedByCode() throws SQLException {
        // Given
        for (String code : List.of("c-", "a-", "E-", "b-", "d-")) {
            store(code + unique);
        }

        // When
        var codes = codes("category = \"Home " + unique + "\"", 2);

        // Then
        assertThat(codes).containsExactly("E-" + unique, "a-" + unique, "b-" + unique, "c-" + unique, "d-" + unique);
    }

    @Test
    void aProductIsFoundByItsCode() throws SQLException {
        // Given
        store("A-" + unique);
        store("A-" + unique + "-2");

        // When
        var codes = codes("code = \"A-" + unique + "\"", 50);

        // Then
        assertThat(codes).containsExactly("A-" + unique);
    }

    @Test
    void anyOtherFilterIsRefused() {
        // Given
        var request =
                ListProductsRequest.newBuilder().setFilter("name : \"Lamp\"").build();

        // When
        var failure = failureOf(() -> products.listProducts(request));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("code = \"85123A\", category = \"Home\"");
    }

    @Test
    void aPageTokenIsForItsQuery() throws SQLException {
        // Given
        store("A-" + unique);
        store("B-" + unique);
        String token = products.listProducts(
                        ListProductsRequest.newBuilder().setPageSize(1).build())
                .getNextPageToken();
        var other = ListProductsRequest.newBuilder()
                .setFilter("category = \"Home\"")
                .setPageToken(token)
                .build();

        // When
        var failure = failureOf(() -> products.listProducts(other));

        // Then
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly("pageToken");
    }

    @Test
    void manyProductsComeAtOnceInTheOrderAskedForWithoutTheUnknown() throws SQLException {
        // Given
        String a = store("A-" + unique);
        String b = store("B-" + unique);
        var request = BatchGetProductsRequest.newBuilder()
                .addAllIds(List.of(b, "nonsense", UUID.randomUUID().toString(), a, b))
                .build();

        // When
        var found = products.batchGetProducts(request).getProductsList();

        // Then
        assertThat(found).extracting(Product::getId).containsExactly(b, a);
    }

    @Test
    void tooManyAtOnceAreRefused() {
        // Given
        var request = BatchGetProductsRequest.newBuilder()
                .addAllIds(IntStream.range(0, 501).mapToObj(Integer::toString).toList())
                .build();

        // When
        var failure = failureOf(() -> products.batchGetProducts(request));

        // Then
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly("ids");
    }

    private String store(String code) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, code);
            insert.setString(3, "Home " + unique);
            insert.executeUpdate();
        }
        return id.toString();
    }

    private List<String> codes(String filter, int size) {
        List<String> codes = new ArrayList<>();
        var request = ListProductsRequest.newBuilder().setFilter(filter).setPageSize(size);
        do {
            var page = products.listProducts(request.build());
            page.getProductsList().forEach(product -> codes.add(product.getCode()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return codes;
    }
}
