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

    /** Those of the numbered products that have a name, by number. */
    public Uni<Map<Integer, Product>> named(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return store.namedByNumber(numbers)
                .map(rows -> rows.stream()
                        .map(ProductRow::toDomain)
                        .collect(Collectors.toMap(Product::number, Function.identity())));
    }

    /** The numbers of the products on sale that pass a filter. */
    public Uni<Set<Integer>> matching(ProductFilter filter) {
        return store.matching(filter).map(Set::copyOf);
    }

    /** The numbers of those ids that are known, by id. */
    public Uni<Map<String, Integer>> numbersById(List<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return store.byId(ids).map(rows -> rows.stream().collect(Collectors.toMap(row -> row.id, row -> row.number)));
    }
}
