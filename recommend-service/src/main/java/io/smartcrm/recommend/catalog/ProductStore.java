package io.smartcrm.recommend.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class ProductStore implements PanacheRepositoryBase<ProductRow, Integer> {
    private static final String MATCHING = """
            select number from product
            where name is not null and not withdrawn
                and (cast(?1 as text) is null or category @> array[cast(?1 as text)])
                and (cast(?2 as text) is null or brand = ?2)
                and (cast(?3 as double precision) is null or price >= ?3)
                and (cast(?4 as double precision) is null or price <= ?4)""";

    Uni<List<ProductRow>> namedByNumber(Collection<Integer> numbers) {
        return list("number in ?1 and name is not null", numbers);
    }

    Uni<List<Integer>> matching(ProductFilter filter) {
        return getSession()
                .chain(session -> session.createNativeQuery(MATCHING, Integer.class)
                        .setParameter(1, filter.category().orElse(null))
                        .setParameter(2, filter.brand().orElse(null))
                        .setParameter(3, filter.lowestPrice().orElse(null))
                        .setParameter(4, filter.highestPrice().orElse(null))
                        .getResultList());
    }

    Uni<List<ProductRow>> byId(Collection<String> ids) {
        return list("id in ?1", ids);
    }
}
