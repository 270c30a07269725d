package io.smartcrm.customer.order;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders, their lines and their sums in the database, within the caller's session. */
@ApplicationScoped
class OrderStore implements PanacheRepositoryBase<OrderRow, UUID> {
    private static final String SELECT = "select id, number, kind, customer_id, order_time, country, currency, total,"
            + " refunded_order_id, state, channel, shipping, source_version, version from sales_order";

    Uni<Order> get(OrderId id) {
        return findById(id.value())
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("order", id.toString()))
                .chain(this::withLines);
    }

    Uni<Page<Order>> list(OrderQuery query, VisibleTeams visible) {
        return getSession()
                .chain(session -> select(query, visible).run(session, OrderRow.class))
                .map(found -> Page.of(found, query.size()).map(row -> row.toDomain(List.of())));
    }

    Uni<List<CountryTotal>> countryTotals() {
        return getSession()
                .chain(session -> session.createQuery(
                                "from CountryTotalRow order by country, currency", CountryTotalRow.class)
                        .getResultList())
                .map(OrderStore::totals);
    }

    static KeysetSelect select(OrderQuery query, VisibleTeams visible) {
        var select = new KeysetSelect(SELECT);
        visible.narrow(select, "sales_order.customer_id");
        query.customerId().ifPresent(customer -> select.where("customer_id = ?", customer));
        query.kind().ifPresent(kind -> select.where("kind = ?", kind.name()));
        query.after().ifPresent(last -> select.where("(order_time, id) < (?, ?)", last.time(), last.id()));
        return select.page("order_time desc, id desc", query.size());
    }

    private Uni<Order> withLines(OrderRow row) {
        return getSession()
                .chain(session -> session.createQuery(
                                "from OrderLineRow where orderId = ?1 order by lineNumber", OrderLineRow.class)
                        .setParameter(1, row.id)
                        .getResultList())
                .map(row::toDomain);
    }

    private static List<CountryTotal> totals(List<CountryTotalRow> rows) {
        Map<List<String>, CountryTotal> totals = new LinkedHashMap<>();
        for (CountryTotalRow row : rows) {
            totals.merge(
                    List.of(row.country, row.currency),
                    new CountryTotal(row.country, row.currency, Map.of(row.kind, row.sum())),
                    (total, one) -> total.with(row.kind, row.sum()));
        }
        return List.copyOf(totals.values());
    }
}
