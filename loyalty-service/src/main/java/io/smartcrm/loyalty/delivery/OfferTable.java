package io.smartcrm.loyalty.delivery;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Action;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the shop shows to customers, in PostgreSQL. */
public final class OfferTable {
    private static final int MOST = 100;
    private static final String SHOW = """
            insert into customer_offer (id, strategy_id, customer_id, slot, title, text, products, start_time, end_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String OPEN = """
            select * from customer_offer where customer_id = ? and end_time > ? and slot = coalesce(?::text, slot)
                and not exists (select from restricted_customer limited where limited.customer_id = customer_offer.customer_id)
            order by start_time desc, id limit ?""";

    private final Connection connection;

    public OfferTable(Connection connection) {
        this.connection = connection;
    }

    /** Something to show. */
    public record Offer(
            UUID id,
            UUID strategy,
            String slot,
            String title,
            String text,
            List<UUID> products,
            Instant startTime,
            Instant endTime) {
        public Offer {
            products = List.copyOf(products);
        }
    }

    void show(ActionRecord action, Action.Offer offer, Instant now) throws SQLException {
        Rows.none(connection)
                .value(action.id())
                .value(action.strategy())
                .value(action.customer())
                .value(offer.slot())
                .value(offer.title())
                .value(offer.text())
                .value(connection.createArrayOf("uuid", offer.products().toArray()))
                .value(now)
                .value(now.plus(Duration.ofDays(offer.days())))
                .update(SHOW);
    }

    /** The latest first. */
    public List<Offer> open(UUID customer, Optional<String> slot, Instant now) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .value(now)
                .value(slot.orElse(null))
                .value(MOST)
                .query(OPEN, OfferTable::offer);
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                row.getObject("strategy_id", UUID.class),
                row.getString("slot"),
                row.getString("title"),
                row.getString("text"),
                List.of((UUID[]) row.getArray("products").getArray()),
                Rows.time(row, "start_time"),
                Rows.time(row, "end_time"));
    }
}
