package io.smartcrm.loyalty.birthday;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Birthdays in PostgreSQL. */
final class BirthdayTable {
    private static final String PUT = """
            insert into customer_birthday (customer_id, birthday)
            select * from unnest(?::uuid[], ?::date[]) as told (customer_id, birthday)
            where birthday is not null order by customer_id
            on conflict (customer_id) do update set birthday = excluded.birthday""";
    private static final String FORGET = """
            delete from customer_birthday known using unnest(?::uuid[], ?::date[]) as told (customer_id, birthday)
            where known.customer_id = told.customer_id and told.birthday is null""";

    private final Connection connection;

    BirthdayTable(Connection connection) {
        this.connection = connection;
    }

    /** Empty for those who have none, or none any more. */
    void put(Map<UUID, Optional<LocalDate>> told) throws SQLException {
        for (String sql : new String[] {FORGET, PUT}) {
            Rows.of(connection, told.entrySet())
                    .column("uuid", Map.Entry::getKey)
                    .column(
                            "date",
                            entry -> entry.getValue().map(LocalDate::toString).orElse(null))
                    .update(sql);
        }
    }

    Optional<LocalDate> of(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(
                        "select birthday from customer_birthday where customer_id = ?",
                        row -> row.getObject(1, LocalDate.class));
    }
}
