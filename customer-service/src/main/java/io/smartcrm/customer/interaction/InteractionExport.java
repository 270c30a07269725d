package io.smartcrm.customer.interaction;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.profile.VisibleTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Interactions as rows of a file. */
@ApplicationScoped
class InteractionExport implements ExportableList {
    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "customerId",
                "anonymousId",
                "direction",
                "type",
                "channel",
                "name",
                "occurTime",
                "receiveTime",
                "productId",
                "messageId",
                "deliveryState",
                "properties");
    }

    @Override
    public void check(String filter) {
        visitor(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        var select = new KeysetSelect("select " + InteractionTable.COLUMNS + " from interaction");
        new VisibleTeams(teams).narrow(select, "interaction.customer_id");
        visitor(filter).ifPresent(visitor -> select.where("anonymous_id = ?", visitor));
        select.page("occur_time desc, id desc", Cursor.ALL);
        Cursor.read(connection, select, InteractionTable::interaction, read -> {
            for (Interaction interaction : read) {
                rows.row(values(interaction));
            }
        });
    }

    private static Optional<String> visitor(String filter) {
        return InteractionQuery.parse("", filter, 0, "").filter().map(narrowed -> narrowed.value());
    }

    private static List<@Nullable Object> values(Interaction interaction) {
        return Arrays.asList(
                interaction.id().toString(),
                interaction.customerId().map(UUID::toString).orElse(null),
                interaction.anonymousId(),
                interaction.direction(),
                interaction.type(),
                interaction.channel(),
                interaction.name(),
                interaction.occurTime(),
                interaction.receiveTime(),
                interaction.productId().map(UUID::toString).orElse(null),
                interaction.messageId(),
                interaction.deliveries().map(Deliveries::state).orElse(null),
                interaction.properties());
    }
}
