package io.smartcrm.customer.importing;

import io.smartcrm.customer.journal.Journal;
import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.order.OrderBulk;
import io.smartcrm.customer.order.OrderBulkResult;
import io.smartcrm.customer.order.OrderDraft;
import io.smartcrm.customer.order.OrderKind;
import io.smartcrm.customer.orderfile.Batch;
import io.smartcrm.customer.orderfile.FileCustomer;
import io.smartcrm.customer.orderfile.FileOrder;
import io.smartcrm.customer.orderfile.FileProduct;
import io.smartcrm.customer.orderfile.OrderFile;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.product.ProductSighting;
import io.smartcrm.customer.profile.CountryName;
import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.CustomerSighting;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileContent;
import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.RejectedRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Order lines with the customers and products that they name. */
@ApplicationScoped
class OrderImport implements EntityImport {
    private final CustomerBulk customers;
    private final ProductBulk products;
    private final OrderBulk orders;

    OrderImport(CustomerBulk customers, ProductBulk products, OrderBulk orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.ORDERS;
    }

    @Override
    public OpenFile open(FileContent content, ColumnMapping mapping, FileLimits limits) throws IOException {
        return new OpenOrderFile(OrderFile.open(content, mapping, limits));
    }

    @Override
    public void finish(Connection connection, Import job) throws SQLException {
        while (orders.cutUntold(connection, job.id().value()) > 0) {
            connection.commit();
            Journal.open(connection, job.id().value());
        }
    }

    private final class OpenOrderFile implements OpenFile {
        private final OrderFile file;

        OpenOrderFile(OrderFile file) {
            this.file = file;
        }

        @Override
        public String encoding() {
            return file.encoding();
        }

        @Override
        public String delimiter() {
            return file.delimiter();
        }

        @Override
        public void skip(long rows) {
            file.skip(rows);
        }

        @Override
        public Optional<ImportBatch> next() {
            return file.next().map(batch -> new OrderBatch(batch, Optional.empty()));
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /** Customers and products that orders name, as they are stored. */
    private record Parties(CustomerBulk.Result customers, ProductBulk.Result products) {
        Import.Result changes() {
            return Import.Result.NONE.of(customers.changed(), products.changed());
        }
    }

    private Parties see(Connection connection, Import job, Batch batch) throws SQLException {
        Instant since = job.startTime().orElse(job.createTime());
        String namespace = job.mapping().customerNamespace();
        var customerSightings = batch.customers().stream()
                .map(customer -> sighting(namespace, customer))
                .toList();
        var productSightings =
                batch.products().stream().map(OrderImport::sighting).toList();
        return new Parties(
                customers.see(connection, namespace, customerSightings, since),
                products.see(connection, productSightings, since));
    }

    private final class OrderBatch implements ImportBatch {
        private final Batch batch;
        private final Optional<Parties> stored;

        /** @param stored parties whose transaction ended, and who were counted then */
        OrderBatch(Batch batch, Optional<Parties> stored) {
            this.batch = batch;
            this.stored = stored;
        }

        @Override
        public List<RejectedRow> rejected() {
            return batch.rejected();
        }

        @Override
        public int acceptedRows() {
            return batch.acceptedRows();
        }

        @Override
        public long endRow() {
            return batch.endRow();
        }

        @Override
        public long position() {
            return batch.position();
        }

        @Override
        public Prepared prepare(Connection connection, Import job) throws SQLException {
            Parties parties = see(connection, job, batch);
            return new Prepared(new OrderBatch(batch, Optional.of(parties)), parties.changes());
        }

        @Override
        public Stored store(Connection connection, Import job) throws SQLException {
            Parties parties = stored.isPresent() ? stored.get() : see(connection, job, batch);
            Map<String, UUID> customerIds = parties.customers().ids();
            Map<String, UUID> productIds = parties.products().ids();
            List<OrderDraft> drafts = batch.orders().stream()
                    .map(order -> draft(order, customerIds, productIds))
                    .toList();
            OrderBulkResult result = orders.store(connection, job.id().value(), drafts);
            Import.Result uncounted = stored.isPresent() ? Import.Result.NONE : parties.changes();
            Map<UUID, String> names = new HashMap<>();
            customerIds.forEach((name, id) -> names.put(id, name));
            productIds.forEach((code, id) -> names.put(id, code));
            return new Stored(
                    Import.Result.ofOrders(result.sales(), result.refunds(), result.adjustments(), result.lines())
                            .of(uncounted.customers(), uncounted.products()),
                    result.refused().stream()
                            .map(refused -> new RejectedRow(refused.source(), "", refused.number(), refused.reason()))
                            .toList(),
                    names);
        }
    }

    private static CustomerSighting sighting(String namespace, FileCustomer customer) {
        return CustomerSighting.of(
                new Identity(namespace, customer.id()), customer.name(), customer.email(), customer.country());
    }

    private static ProductSighting sighting(FileProduct product) {
        return new ProductSighting(
                product.code(),
                product.name().map(told -> new ProductSighting.Told<>(told.value(), told.time())),
                product.categoryPath().map(told -> new ProductSighting.Told<>(told.value(), told.time())),
                product.price().map(OrderImport::price));
    }

    private static ProductSighting.Told<Money> price(FileProduct.Told<FileProduct.Price> told) {
        return new ProductSighting.Told<>(
                new Money(told.value().currency(), told.value().amount()), told.time());
    }

    private static OrderDraft draft(FileOrder order, Map<String, UUID> customers, Map<String, UUID> products) {
        return new OrderDraft(
                order.number(),
                kind(order.kind()),
                order.customerId().isEmpty() ? Optional.empty() : Optional.of(id(customers, order.customerId())),
                order.time(),
                CountryName.recognise(order.country()),
                order.currency(),
                order.refundOf(),
                order.lines().stream()
                        .map(line -> new OrderDraft.Line(
                                line.line(), id(products, line.productCode()), line.quantity(), line.unitPrice()))
                        .toList());
    }

    private static UUID id(Map<String, UUID> ids, String name) {
        UUID id = ids.get(name);
        if (id == null) {
            throw new IllegalStateException("a name of the file was stored but has no id");
        }
        return id;
    }

    private static OrderKind kind(FileOrder.Kind kind) {
        return switch (kind) {
            case SALE -> OrderKind.SALE;
            case REFUND -> OrderKind.REFUND;
            case ADJUSTMENT -> OrderKind.ADJUSTMENT;
        };
    }
}
