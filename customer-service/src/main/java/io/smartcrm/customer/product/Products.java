package io.smartcrm.customer.product;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks products up. */
@ApplicationScoped
public class Products {
    private static final int MAX_IDS = 500;

    private final ProductStore store;

    Products(ProductStore store) {
        this.store = store;
    }

    @WithSession
    Uni<Product> get(ProductId id) {
        return store.get(id);
    }

    @WithSession
    Uni<Page<Product>> list(ProductQuery query) {
        return store.list(query);
    }

    /** Those that exist, each once, in the order of the ids; an id that nothing can have is as unknown as any other. */
    @WithSession
    Uni<List<Product>> getAll(List<String> ids) {
        if (ids.size() > MAX_IDS) {
            throw Failure.invalid("ids", ids.size() + " are too many; ask for at most " + MAX_IDS + " at once");
        }
        var wanted = new LinkedHashSet<ProductId>();
        ids.forEach(id -> ProductId.parseIfPossible(id).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return store.getAll(wanted).map(found -> inOrder(wanted, found));
    }

    private static List<Product> inOrder(Set<ProductId> wanted, List<Product> found) {
        var byId = found.stream().collect(toMap(Product::id, identity()));
        return wanted.stream()
                .map(id -> Optional.ofNullable(byId.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }
}
