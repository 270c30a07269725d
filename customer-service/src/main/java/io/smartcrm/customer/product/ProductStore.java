package io.smartcrm.customer.product;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Products in the database, within the caller's session. */
@ApplicationScoped
class ProductStore implements PanacheRepositoryBase<ProductRow, UUID> {
    private static final String SELECT = "select id, code, name, category_path, price, currency, brand,"
            + " cast(attributes as text) as attributes, cast(names as text) as names,"
            + " cast(descriptions as text) as descriptions, list_price, list_currency, status, create_time, update_time,"
            + " version from product";

    private static final Pattern LEVELS = Pattern.compile("\\s*[/>]\\s*");

    Uni<Product> get(ProductId id) {
        return getSession()
                .chain(session ->
                        new KeysetSelect(SELECT).where("id = ?", id.value()).run(session, ProductRow.class))
                .map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> Failure.notFound("product", id.toString()))
                        .toDomain());
    }

    Uni<Page<Product>> list(ProductQuery query) {
        return getSession()
                .chain(session -> select(query).run(session, ProductRow.class))
                .map(found -> Page.of(found, query.size()).map(ProductRow::toDomain));
    }

    /** Those that exist, in any order. */
    Uni<List<Product>> getAll(Collection<ProductId> ids) {
        UUID[] values = ids.stream().map(ProductId::value).toArray(UUID[]::new);
        return getSession()
                .chain(session -> new KeysetSelect(SELECT)
                        .where("id = any (cast(? as uuid[]))", (Object) values)
                        .run(session, ProductRow.class))
                .map(rows -> rows.stream().map(ProductRow::toDomain).toList());
    }

    static KeysetSelect select(ProductQuery query) {
        var select = new KeysetSelect(SELECT);
        query.filter().ifPresent(filter -> {
            switch (filter.form()) {
                case CODE -> select.where("code = ?", filter.value());
                case CATEGORY -> category(select, filter.value());
                case BRAND -> select.where("brand = ? and brand <> ''", filter.value());
                case STATUS -> status(select, filter.value());
            }
        });
        query.after().ifPresent(code -> select.where("code > ?", code));
        return select.page("code", query.size());
    }

    /** One level, or a path of levels parted by slashes. The first level finds the rows. */
    private static void category(KeysetSelect select, String path) {
        String[] levels = LEVELS.split(path.strip(), -1);
        if (levels.length < 2) {
            select.where("category_path[1] = ?", path);
            return;
        }
        var condition = new StringBuilder("(category_path[1] = ? or (category_path[1] = ?");
        List<Object> values = new ArrayList<>(List.of(path, levels[0]));
        for (int level = 2; level <= levels.length; level++) {
            condition.append(" and category_path[").append(level).append("] = ?");
            values.add(levels[level - 1]);
        }
        select.where(condition.append("))").toString(), values.toArray());
    }

    /** Few products are not active: only these have an index. */
    private static void status(KeysetSelect select, String name) {
        var status = Arrays.stream(ProductStatus.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("filter", "'" + name + "' is not one of ACTIVE, DISCONTINUED"));
        select.where("status = ?", status.name());
        if (status != ProductStatus.ACTIVE) {
            select.where("status <> 'ACTIVE'");
        }
    }
}
