package io.smartcrm.loyalty.merging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is a part of whom, in PostgreSQL. */
public final class MergedMembers {
    private static final String FIND = "select * from merged_member where customer_id = any (?)";
    private static final String MERGE = """
            insert into merged_member (customer_id, merged_into, survivor, brought, merge_time) values (?, ?, ?, 0, ?)""";
    private static final String PART = "delete from merged_member where customer_id = ?";
    private static final String BRING = "update merged_member set brought = brought + ? where customer_id = ?";
    private static final String SURVIVOR = "select survivor from merged_member where customer_id = ?";
    /** Of one who is a part of another now, or of nobody, and of all who are parts of that one. */
    private static final String SURVIVE = """
            with recursive line as (
                select ?::uuid as customer_id
                union select part.customer_id from line join merged_member part on part.merged_into = line.customer_id)
            update merged_member set survivor = ? from line where merged_member.customer_id = line.customer_id""";

    private final Connection connection;

    public MergedMembers(Connection connection) {
        this.connection = connection;
    }

    /**
     * A customer who is a part of another one.
     *
     * @param brought points beside those of its orders; negative for what it owed
     */
    record Merged(UUID member, UUID into, long brought, Instant time) {
        Merged {
            requireNonNull(member, "member is null");
            requireNonNull(into, "into is null");
            requireNonNull(time, "time is null");
        }
    }

    /** Who the customer is at last: itself, unless it was merged. */
    public UUID survivor(UUID customer) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .first(SURVIVOR, row -> row.getObject(1, UUID.class))
                .orElse(customer);
    }

    Optional<Merged> find(UUID member) throws SQLException {
        return Optional.ofNullable(find(List.of(member)).get(member));
    }

    Map<UUID, Merged> find(Collection<UUID> members) throws SQLException {
        return Rows.of(connection, members).column("uuid", id -> id).query(FIND, MergedMembers::merged).stream()
                .collect(toMap(Merged::member, merged -> merged));
    }

    private static Merged merged(ResultSet row) throws SQLException {
        return new Merged(
                row.getObject("customer_id", UUID.class),
                row.getObject("merged_into", UUID.class),
                row.getLong("brought"),
                Rows.time(row, "merge_time"));
    }

    void merge(UUID member, UUID into, Instant time) throws SQLException {
        Rows.none(connection).value(member).value(into).value(into).value(time).update(MERGE);
        survive(member);
    }

    void part(UUID member) throws SQLException {
        Rows.none(connection).value(member).update(PART);
        survive(member);
    }

    private void survive(UUID member) throws SQLException {
        Rows.none(connection).value(member).value(last(member)).update(SURVIVE);
    }

    /** While events of several customers come out of their order, a line may lead back into itself. */
    private UUID last(UUID member) throws SQLException {
        Set<UUID> seen = new HashSet<>();
        UUID last = member;
        Optional<Merged> next = find(member);
        while (next.isPresent() && seen.add(last)) {
            last = next.get().into();
            next = find(last);
        }
        return last;
    }

    void bring(UUID member, long points) throws SQLException {
        Rows.none(connection).value(points).value(member).update(BRING);
    }
}
