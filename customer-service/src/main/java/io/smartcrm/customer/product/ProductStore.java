package io.smartcrm.customer.product;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Products in the database, within the caller's session. */
@ApplicationScoped
class ProductStore implements PanacheRepositoryBase<ProductRow, UUID> {
    private static final String SELECT =
            "select id, code, name, category_path, price, currency, create_time, update_time from product";

    Uni<Product> get(ProductId id) {
        return findById(id.value())
                .onItem()
                .ifNull()
                .failWith(() -> Failure.notFound("product", id.toString()))
                .map(ProductRow::toDomain);
    }

    Uni<Page<Product>> list(ProductQuery query) {
        return getSession()
                .chain(session -> select(query).run(session, ProductRow.class))
                .map(found -> Page.of(found, query.size()).map(ProductRow::toDomain));
    }

    /** Those that exist, in any order. */
    Uni<List<Product>> getAll(Collection<ProductId> ids) {
        return list("id in ?1", ids.stream().map(ProductId::value).toList())
                .map(rows -> rows.stream().map(ProductRow::toDomain).toList());
    }

    static KeysetSelect select(ProductQuery query) {
        var select = new KeysetSelect(SELECT);
        query.filter().ifPresent(filter -> {
            switch (filter.form()) {
                case CODE -> select.where("code = ?", filter.value());
                case CATEGORY -> select.where("category_path[1] = ?", filter.value());
            }
        });
        query.after().ifPresent(code -> select.where("code > ?", code));
        return select.page("code", query.size());
    }
}
