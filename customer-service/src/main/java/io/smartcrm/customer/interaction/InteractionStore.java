package io.smartcrm.customer.interaction;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks interactions up, within the caller's session. */
@ApplicationScoped
class InteractionStore implements PanacheRepositoryBase<InteractionRow, UUID> {
    private static final String SELECT = "select "
            + InteractionTable.COLUMNS
                    .replace("properties", "cast(properties as text) as properties")
                    .replace("deliveries", "cast(deliveries as text) as deliveries")
            + " from interaction";

    Uni<Interaction> get(InteractionId id) {
        var select = new KeysetSelect(SELECT)
                .where("id = ?", id.value())
                .where("occur_time >= ?", id.from())
                .where("occur_time < ?", id.until());
        return getSession()
                .chain(session -> select.run(session, InteractionRow.class))
                .map(found -> found.stream()
                        .findFirst()
                        .map(InteractionRow::toDomain)
                        .orElseThrow(() -> Failure.notFound("interaction", id.toString())));
    }

    Uni<Page<Interaction>> list(InteractionQuery query, VisibleTeams visible) {
        return getSession()
                .chain(session -> select(query, visible).run(session, InteractionRow.class))
                .map(found -> Page.of(found, query.size()).map(InteractionRow::toDomain));
    }

    static KeysetSelect select(InteractionQuery query, VisibleTeams visible) {
        var select = new KeysetSelect(SELECT);
        query.customerId().ifPresent(customer -> select.where("customer_id = ?", customer));
        query.filter().ifPresent(filter -> select.where(column(filter) + " = ?", filter.value()));
        if (query.customerId().isEmpty()) {
            visible.narrow(select, "customer_id");
        }
        query.after().ifPresent(last -> select.where("(occur_time, id) < (?, ?)", last.time(), last.id()));
        return select.page("occur_time desc, id desc", query.size());
    }

    private static String column(ListFilter<InteractionFilter> filter) {
        return switch (filter.form()) {
            case TYPE -> "type";
            case CHANNEL -> "channel";
            case DIRECTION -> "direction";
            case ANONYMOUS_ID -> "anonymous_id";
        };
    }
}
