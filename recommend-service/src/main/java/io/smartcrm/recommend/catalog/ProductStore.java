package io.smartcrm.recommend.catalog;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class ProductStore implements PanacheRepositoryBase<ProductRow, Integer> {
    Uni<List<ProductRow>> onSaleByNumber(Collection<Integer> numbers) {
        return list("number in ?1 and name is not null and not withdrawn", numbers);
    }

    Uni<List<ProductRow>> byId(Collection<String> ids) {
        return list("id in ?1", ids);
    }
}
