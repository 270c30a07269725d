package io.smartcrm.customer.timeline;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.customer.supportcase.CaseSubject;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads timelines. Blocks: for worker threads. */
@ApplicationScoped
class Timelines {
    private final AgroalDataSource database;
    private final Vault vault;

    Timelines(AgroalDataSource database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** @throws io.smartcrm.wire.Failure NOT_FOUND when there is no such customer, or none that these teams may know of */
    Page<TimelineEntry> list(TimelineQuery query, VisibleTeams visible) throws SQLException {
        try (Connection connection = database.getConnection()) {
            CustomerScope.check(connection, visible, query.customerId());
            try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
                int place = 1;
                for (Object value : query.parameters()) {
                    statement.setObject(place++, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
                }
                return Page.of(read(statement, vault.key(connection, query.customerId())), query.size());
            }
        }
    }

    private static List<TimelineEntry> read(PreparedStatement statement, DataKey key) throws SQLException {
        List<TimelineEntry> entries = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                BigDecimal total = rows.getBigDecimal("total");
                entries.add(new TimelineEntry(
                        TimelineKind.valueOf(rows.getString("kind")),
                        rows.getObject("id", UUID.class),
                        rows.getObject("time", OffsetDateTime.class).toInstant(),
                        rows.getString("type"),
                        rows.getString("channel"),
                        rows.getString("title") + CaseSubject.open(key, rows.getBytes("subject")),
                        total == null ? Optional.empty() : Optional.of(new Money(rows.getString("currency"), total)),
                        rows.getString("direction"),
                        rows.getString("delivery_state")));
            }
        }
        return entries;
    }
}
