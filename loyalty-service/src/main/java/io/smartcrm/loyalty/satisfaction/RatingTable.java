package io.smartcrm.loyalty.satisfaction;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Ratings in PostgreSQL. */
public final class RatingTable {
    private static final String APPLY = """
            insert into case_rating as known (case_id, version, customer_id, satisfaction, rate_time)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::smallint[], ?::timestamptz[])
                as told (id, version, customer, satisfaction, time) order by id
            on conflict (case_id) do update set version = excluded.version, customer_id = excluded.customer_id,
                satisfaction = excluded.satisfaction, rate_time = excluded.rate_time
            where known.version < excluded.version
            returning case_id, old.satisfaction is distinct from new.satisfaction and new.satisfaction > 0 as rated""";
    private static final String OF_CUSTOMER = """
            select count(*) as ratings, avg(satisfaction)::float8 as mean,
                (array_agg(satisfaction order by rate_time desc))[1] as last
            from case_rating where customer_id = ? and satisfaction > 0 having count(*) > 0""";

    private static final UUID NONE = new UUID(0, 0);

    private final Connection connection;

    public RatingTable(Connection connection) {
        this.connection = connection;
    }

    /** Empty when the customer rated nothing. */
    public Optional<Satisfaction> of(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(
                        OF_CUSTOMER,
                        row -> new Satisfaction(row.getLong("ratings"), row.getDouble("mean"), row.getInt("last")));
    }

    /** Those that rate their case anew. */
    List<Rating> apply(List<Rating> ratings) throws SQLException {
        Map<UUID, Rating> latest = new LinkedHashMap<>();
        ratings.forEach(rating -> latest.merge(
                rating.caseId(), rating, (known, other) -> other.version() > known.version() ? other : known));
        Collection<Rating> rows = latest.values();
        Set<UUID> rated = Rows.of(connection, rows)
                .column("uuid", Rating::caseId)
                .column("bigint", Rating::version)
                .column("uuid", Rating::customer)
                .column("smallint", Rating::satisfaction)
                .times(Rating::time)
                .query(APPLY, row -> row.getBoolean("rated") ? row.getObject("case_id", UUID.class) : NONE)
                .stream()
                .collect(toSet());
        return rows.stream().filter(rating -> rated.contains(rating.caseId())).toList();
    }

    void forget(UUID caseId) throws SQLException {
        Rows.none(connection).value(caseId).update("delete from case_rating where case_id = ?");
    }

    int forgetOf(UUID customer) throws SQLException {
        return Rows.none(connection).value(customer).update("delete from case_rating where customer_id = ?");
    }
}
