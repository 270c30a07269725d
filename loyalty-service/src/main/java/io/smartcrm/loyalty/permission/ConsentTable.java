package io.smartcrm.loyalty.permission;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Agreements in PostgreSQL. */
final class ConsentTable {
    private static final String PUT = """
            insert into customer_consent as known (customer_id, purpose, channel, granted, effective_time, expire_time)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::boolean[], ?::timestamptz[], ?::timestamptz[])
                as told (customer_id, purpose, channel, granted, effective_time, expire_time)
            order by customer_id, purpose, channel
            on conflict (customer_id, purpose, channel) do update set granted = excluded.granted,
                effective_time = excluded.effective_time, expire_time = excluded.expire_time
            where known.effective_time <= excluded.effective_time""";
    private static final String OUTDATED = """
            delete from customer_consent where (customer_id, purpose, channel) in (
                select * from unnest(?::uuid[], ?::text[], ?::text[]))""";
    private static final String OF_CUSTOMER = """
            select * from customer_consent where customer_id = ? order by purpose, channel""";

    private final Connection connection;

    ConsentTable(Connection connection) {
        this.connection = connection;
    }

    /** In the order they were told: the newest word counts, but for those that were taken back. */
    void put(List<ConsentNews> told) throws SQLException {
        Set<Agreement.Subject> outdated = new LinkedHashSet<>();
        Map<Agreement.Subject, Agreement> latest = new LinkedHashMap<>();
        for (ConsentNews news : told) {
            if (news.wordsTakenBack()) {
                outdated.add(news.subject());
                latest.remove(news.subject());
            }
            news.agreement()
                    .ifPresent(agreement -> latest.merge(
                            agreement.subject(),
                            agreement,
                            (known, other) -> other.effectiveTime().isBefore(known.effectiveTime()) ? known : other));
        }
        forget(outdated);
        put(latest.values());
    }

    private void forget(Collection<Agreement.Subject> outdated) throws SQLException {
        if (!outdated.isEmpty()) {
            Rows.of(connection, outdated)
                    .column("uuid", Agreement.Subject::customer)
                    .column("text", Agreement.Subject::purpose)
                    .column("text", Agreement.Subject::channel)
                    .update(OUTDATED);
        }
    }

    private void put(Collection<Agreement> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Rows.of(connection, rows)
                .column("uuid", Agreement::customer)
                .column("text", Agreement::purpose)
                .column("text", Agreement::channel)
                .column("boolean", Agreement::granted)
                .times(Agreement::effectiveTime)
                .column(
                        "timestamptz",
                        row -> row.expireTime().map(Instant::toString).orElse(null))
                .update(PUT);
    }

    List<Agreement> of(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .query(
                        OF_CUSTOMER,
                        row -> new Agreement(
                                customer,
                                row.getString("purpose"),
                                row.getString("channel"),
                                row.getBoolean("granted"),
                                Rows.time(row, "effective_time"),
                                Rows.optionalTime(row, "expire_time")));
    }

    int forget(UUID customer) throws SQLException {
        return Rows.none(connection).value(customer).update("delete from customer_consent where customer_id = ?");
    }
}
