package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What rules ask about a customer. */
final class BuyerTable {
    private static final String BUYERS = """
            select score.segment, account.tier, birth.birthday,
                not exists (
                    select from activity_order sale
                    where sale.customer_id = ask.customer_id and sale.kind = 'SALE' and sale.order_time < ask.time) as first
            from unnest(?::uuid[], ?::timestamptz[]) with ordinality as ask (customer_id, time, position)
            left join rfm_score score on score.customer_id = ask.customer_id
            left join points_account account on account.customer_id = ask.customer_id
            left join customer_birthday birth on birth.customer_id = ask.customer_id
            order by position""";

    private final Connection connection;

    BuyerTable(Connection connection) {
        this.connection = connection;
    }

    /** @param time before which nothing was bought, if it is the first purchase */
    record Ask(UUID customer, Instant time) {}

    /** In the order they are asked for. */
    List<Buyer> find(List<Ask> asked) throws SQLException {
        return Rows.of(connection, asked)
                .column("uuid", Ask::customer)
                .times(Ask::time)
                .query(
                        BUYERS,
                        row -> new Buyer(
                                Optional.ofNullable(row.getString("segment")),
                                Optional.ofNullable(row.getString("tier")),
                                row.getBoolean("first"),
                                Rows.optional(row, "birthday", LocalDate.class)));
    }
}
