package io.smartcrm.recommend.catalog;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks products up, within the caller's session. */
@ApplicationScoped
public class Products {
    private final ProductStore store;

    Products(ProductStore store) {
        this.store = store;
    }

    /** Those of the numbered products that are on sale, by number. */
    public Uni<Map<Integer, Product>> onSale(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return store.onSaleByNumber(numbers)
                .map(rows -> rows.stream()
                        .map(ProductRow::toDomain)
                        .collect(Collectors.toMap(Product::number, Function.identity())));
    }

    /** The numbers of those ids that are known. */
    public Uni<Set<Integer>> numbers(List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        return store.byId(ids).map(rows -> rows.stream().map(row -> row.number).collect(Collectors.toSet()));
    }
}
