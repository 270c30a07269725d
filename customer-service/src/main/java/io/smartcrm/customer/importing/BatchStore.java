package io.smartcrm.customer.importing;

import io.quarkus.logging.Log;
import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.order.OrderBulk;
import io.smartcrm.customer.order.OrderBulkResult;
import io.smartcrm.customer.order.OrderDraft;
import io.smartcrm.customer.order.OrderKind;
import io.smartcrm.customer.orderfile.Batch;
import io.smartcrm.customer.orderfile.FileCustomer;
import io.smartcrm.customer.orderfile.FileOrder;
import io.smartcrm.customer.orderfile.FileProduct;
import io.smartcrm.customer.orderfile.RejectedRow;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.product.ProductSighting;
import io.smartcrm.customer.profile.CountryName;
import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.CustomerSighting;
import io.smartcrm.customer.profile.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Stores one batch of a file, all of it or nothing: customers, products, orders, rejected rows and how far it is. */
@ApplicationScoped
class BatchStore {
    private static final int MAX_ATTEMPTS = 5;

    private final CustomerBulk customers;
    private final ProductBulk products;
    private final OrderBulk orders;

    BatchStore(CustomerBulk customers, ProductBulk products, OrderBulk orders) {
        this.customers = customers;
        this.products = products;
        this.orders = orders;
    }

    /** Has statements planned for tables as they are now: a plan made when they were empty reads them whole. */
    static void planEachTime(Connection connection) throws SQLException {
        connection.unwrap(PGConnection.class).setPrepareThreshold(0);
    }

    /** Commits; answers the job as it is then. Two imports that are in each other's way try again. */
    Import store(Connection connection, Import job, Batch batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                Import advanced = storeOnce(connection, job, batch);
                connection.commit();
                return advanced;
            } catch (SQLException failed) {
                connection.rollback();
                if (!SqlState.isConflict(failed) || attempt == MAX_ATTEMPTS) {
                    throw failed;
                }
                Log.infof(
                        "Import %s stores rows up to %d again: another one was at the same", job.id(), batch.endRow());
            }
        }
    }

    /** Ends a file that was stored to its end. */
    void finish(Connection connection, Import job) throws SQLException {
        while (orders.cutUntold(connection, job.id().value()) > 0) {
            connection.commit();
        }
    }

    private Import storeOnce(Connection connection, Import job, Batch batch) throws SQLException {
        Instant since = job.startTime().orElse(job.createTime());
        String namespace = job.mapping().customerNamespace();
        var knownCustomers = customers.see(
                connection,
                namespace,
                batch.customers().stream()
                        .map(customer -> sighting(namespace, customer))
                        .toList(),
                since);
        var knownProducts = products.see(
                connection, batch.products().stream().map(BatchStore::sighting).toList(), since);
        List<OrderDraft> drafts = batch.orders().stream()
                .map(order -> draft(order, knownCustomers.ids(), knownProducts.ids()))
                .toList();
        OrderBulkResult stored = orders.store(connection, job.id().value(), drafts);
        List<RejectedRow> rejected = rejected(batch, stored);
        new RejectionTable(connection).insert(job.id(), rejected);
        int refused = stored.refused().size();
        return new ImportTable(connection)
                .advance(
                        job.id(),
                        new Import.Progress(
                                Math.min(batch.position(), job.totalBytes()),
                                batch.endRow(),
                                batch.acceptedRows() - refused,
                                rejected.size()),
                        new Import.Result(
                                knownCustomers.changed(),
                                knownProducts.changed(),
                                stored.sales(),
                                stored.refunds(),
                                stored.adjustments(),
                                stored.lines()));
    }

    private static List<RejectedRow> rejected(Batch batch, OrderBulkResult stored) {
        List<RejectedRow> rejected = new ArrayList<>(batch.rejected());
        stored.refused()
                .forEach(refused ->
                        rejected.add(new RejectedRow(refused.source(), "", refused.number(), refused.reason())));
        return rejected;
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
                product.price().map(BatchStore::price));
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
            throw new IllegalStateException("'" + name + "' was stored but has no id");
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
