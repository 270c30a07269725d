package io.smartcrm.recommend.privacy;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Whose profile must not be used, within the caller's session. */
@ApplicationScoped
public class CustomerLimits {
    private static final String LIMIT = "select restricted from customer_limit where customer_id = ?1";

    /** Whether an answer may rest on what is known of the customer. */
    public enum ProfileUse {
        USED,
        OBJECTED,
        RESTRICTED
    }

    public Uni<ProfileUse> of(String customerId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LIMIT, Boolean.class)
                        .setParameter(1, customerId)
                        .getSingleResultOrNull())
                .map(restricted -> {
                    if (restricted == null) {
                        return ProfileUse.USED;
                    }
                    return restricted ? ProfileUse.RESTRICTED : ProfileUse.OBJECTED;
                });
    }
}
