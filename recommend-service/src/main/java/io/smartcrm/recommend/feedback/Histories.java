package io.smartcrm.recommend.feedback;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What single customers bought, within the caller's session. */
@ApplicationScoped
public class Histories {
    // Below a millionth a net quantity is rounding, not goods.
    private static final String OF_CUSTOMER = """
            select line.product, sum(line.quantity),
                count(distinct order_time) filter (where line.quantity > 0),
                cast(extract(epoch from min(order_time) filter (where line.quantity > 0)) as bigint),
                cast(extract(epoch from max(order_time) filter (where line.quantity > 0)) as bigint)
            from purchase
            join customer on customer.number = purchase.customer,
            unnest(products, quantities) as line (product, quantity)
            where customer.id = ?1
            group by line.product having sum(line.quantity) > 0.000001""";

    /** The products a customer still has; none for an unknown customer. Reads the rows of this customer only. */
    public Uni<List<Bought>> of(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OF_CUSTOMER, Object[].class)
                        .setParameter(1, customerId)
                        .getResultList())
                .map(rows -> rows.stream().map(Histories::bought).toList());
    }

    private static Bought bought(Object[] row) {
        return new Bought(
                ((Number) row[0]).intValue(),
                ((Number) row[1]).doubleValue(),
                ((Number) row[2]).intValue(),
                Instant.ofEpochSecond(((Number) row[3]).longValue()),
                Instant.ofEpochSecond(((Number) row[4]).longValue()));
    }
}
