package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.DECIMAL;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.orderfile.FileProduct;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.product.ProductSighting;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.customer.recordfile.FileShape;
import io.smartcrm.customer.recordfile.RejectedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Products as their catalogue tells them: what a row leaves empty stays as it was. */
@ApplicationScoped
class ProductImport extends RecordImport {
    private static final FileField CODE =
            required("productCode", TEXT, 100, "sku", "code", "stockcode", "productid", "product", "itemid", "article");
    private static final FileField PRODUCT_NAME =
            optional("productName", TEXT, 500, "name", "title", "description", "productdescription");
    private static final FileField CATEGORY =
            optional("category", TEXT, 500, "categorypath", "productcategory", "department");
    private static final FileField PRICE = optional("unitPrice", DECIMAL, 40, "price", "listprice");
    private static final FileField CURRENCY = optional("currency", TEXT, 10, "currencycode", "cur");
    private static final FileField TOLD =
            optional("updateTime", TIME, 40, "updatedat", "lastmodified", "validfrom", "modified");

    static final FileShape SHAPE = FileShape.of("products", CODE, PRODUCT_NAME, CATEGORY, PRICE, CURRENCY, TOLD);

    private final ProductBulk products;

    ProductImport(ProductBulk products) {
        this.products = products;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.PRODUCTS;
    }

    @Override
    ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException {
        Map<String, ProductSighting> sightings = new LinkedHashMap<>();
        List<RejectedRow> refused = new ArrayList<>();
        for (FileRecord row : records) {
            String currency = currency(job.mapping(), row);
            if (row.decimal(PRICE).isPresent() && !ColumnMapping.isCurrency(currency)) {
                refused.add(row.rejected(CURRENCY, currency, "is not an ISO 4217 code such as EUR"));
            } else if (row.decimal(PRICE).filter(price -> price.signum() < 0).isPresent()) {
                refused.add(row.rejected(PRICE, row.decimal(PRICE).orElseThrow().toPlainString(), "is negative"));
            } else {
                // A row without a time tells how things are when it is read.
                Instant told = row.time(TOLD).orElse(job.createTime());
                sightings.put(row.text(CODE), sighting(row, currency, told));
            }
        }
        Instant since = job.startTime().orElse(job.createTime());
        ProductBulk.Result stored = products.see(connection, sightings.values(), since);
        Map<UUID, String> names = new HashMap<>();
        stored.ids().forEach((code, id) -> names.put(id, code));
        return new ImportBatch.Stored(Import.Result.NONE.of(0, stored.changed()), refused, names);
    }

    private static String currency(ColumnMapping mapping, FileRecord row) {
        String currency = row.text(CURRENCY).toUpperCase(Locale.ROOT);
        return currency.isEmpty() ? mapping.defaultCurrency() : currency;
    }

    private static ProductSighting sighting(FileRecord row, String currency, Instant told) {
        List<String> path = FileProduct.path(row.text(CATEGORY));
        String name = row.text(PRODUCT_NAME);
        return new ProductSighting(
                row.text(CODE),
                name.isEmpty() ? Optional.empty() : Optional.of(new ProductSighting.Told<>(name, told)),
                path.isEmpty() ? Optional.empty() : Optional.of(new ProductSighting.Told<>(path, told)),
                row.decimal(PRICE).map(price -> new ProductSighting.Told<>(new Money(currency, price), told)));
    }
}
