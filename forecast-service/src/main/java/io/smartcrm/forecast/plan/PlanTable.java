package io.smartcrm.forecast.plan;

import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.plan.PlanEntry.Content;
import io.smartcrm.forecast.plan.PlanEntry.Planned;
import io.smartcrm.forecast.series.DemandScope;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is planned in the database, on one JDBC connection. */
final class PlanTable {
    private static final String INSERT = """
            insert into plan_entry
                (id, scope, name, first_day, last_day, price, note, principal, create_time)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (scope, name, first_day) where price is not null do nothing""";
    private static final String COUNT = "select count(*) from plan_entry where scope = ? and name = ?";
    private static final String DELETE = "delete from plan_entry where id = ?";
    private static final String PAGE = """
            select * from plan_entry
            where (? = '' or (scope = ? and name = ?)) and (?::uuid is null or id < ?::uuid)
            order by id desc limit ?""";
    private static final String ALL = "select * from plan_entry";
    /** Those of the scope itself, of what it is in and of everything. */
    private static final String CONCERNING = """
            select * from plan_entry where scope = 'TOTAL'
            union all
            select * from plan_entry where scope = ? and name = ? and scope <> 'TOTAL'
            union all
            select * from plan_entry where scope = 'CATEGORY' and name = any (?) and (scope, name) <> (?, ?)""";

    private static final String CATEGORIES = "select unnest(categories) from product where product_id = ?";

    private final Connection connection;

    PlanTable(Connection connection) {
        this.connection = connection;
    }

    /** False when another price holds from that day on. */
    boolean insert(PlanEntry entry) throws SQLException {
        Content content = entry.content();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, entry.id());
            statement.setString(2, scope(content.scope()));
            statement.setString(3, name(content.scope()));
            if (content.planned() instanceof Planned.Promoted promoted) {
                statement.setDate(4, Date.valueOf(promoted.promotion().first()));
                statement.setDate(5, Date.valueOf(promoted.promotion().last()));
                statement.setNull(6, Types.DOUBLE);
            }
            if (content.planned() instanceof Planned.Priced priced) {
                statement.setDate(4, Date.valueOf(priced.first()));
                statement.setNull(5, Types.DATE);
                statement.setDouble(6, priced.price());
            }
            statement.setString(7, content.note());
            statement.setString(8, entry.userName());
            statement.setObject(9, entry.createTime().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        }
    }

    int count(DemandScope scope) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, scope(scope));
            statement.setString(2, name(scope));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    boolean delete(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    /** Newest first. */
    List<PlanEntry> page(Optional<DemandScope> scope, Optional<UUID> after, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setString(1, scope.map(PlanTable::scope).orElse(""));
            statement.setString(2, scope.map(PlanTable::scope).orElse(""));
            statement.setString(3, scope.map(PlanTable::name).orElse(""));
            statement.setObject(4, after.orElse(null));
            statement.setObject(5, after.orElse(null));
            statement.setInt(6, limit);
            return entries(statement);
        }
    }

    PlanBook book() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL)) {
            return PlanBook.of(entries(statement));
        }
    }

    DemandPlan concerning(DemandScope scope) throws SQLException {
        List<String> above = above(scope);
        try (PreparedStatement statement = connection.prepareStatement(CONCERNING)) {
            statement.setString(1, scope(scope));
            statement.setString(2, name(scope));
            statement.setArray(3, connection.createArrayOf("text", above.toArray()));
            statement.setString(4, scope(scope));
            statement.setString(5, name(scope));
            return PlanBook.of(entries(statement)).of(scope, above);
        }
    }

    private List<String> above(DemandScope scope) throws SQLException {
        if (scope instanceof DemandScope.Category category) {
            return DemandScope.above(category.name());
        }
        List<String> categories = new ArrayList<>();
        if (scope instanceof DemandScope.Product product) {
            try (PreparedStatement statement = connection.prepareStatement(CATEGORIES)) {
                statement.setObject(1, product.id());
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        categories.add(rows.getString(1));
                    }
                }
            }
        }
        return categories;
    }

    private static List<PlanEntry> entries(PreparedStatement statement) throws SQLException {
        List<PlanEntry> entries = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                entries.add(new PlanEntry(
                        row.getObject("id", UUID.class),
                        new Content(scope(row), planned(row), row.getString("note")),
                        row.getString("principal"),
                        instant(row)));
            }
        }
        return entries;
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("create_time", OffsetDateTime.class).toInstant();
    }

    private static Planned planned(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first_day", LocalDate.class);
        LocalDate last = row.getObject("last_day", LocalDate.class);
        return last == null
                ? new Planned.Priced(first, row.getDouble("price"))
                : new Planned.Promoted(new Promotion(first, last));
    }

    private static DemandScope scope(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return switch (row.getString("scope")) {
            case "PRODUCT" -> new DemandScope.Product(UUID.fromString(name));
            case "CATEGORY" -> new DemandScope.Category(name);
            default -> new DemandScope.Total();
        };
    }

    /** Empty for scopes that nothing is planned of. */
    private static String scope(DemandScope scope) {
        if (scope instanceof DemandScope.Product) {
            return "PRODUCT";
        }
        if (scope instanceof DemandScope.Category) {
            return "CATEGORY";
        }
        return scope instanceof DemandScope.Total ? "TOTAL" : "";
    }

    private static String name(DemandScope scope) {
        if (scope instanceof DemandScope.Product product) {
            return product.id().toString();
        }
        return scope instanceof DemandScope.Category category ? category.name() : "";
    }
}
