package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cases as rows of a file, without what was said in them. */
@ApplicationScoped
class CaseExport implements ExportableList {
    private final Vault vault;

    CaseExport(Vault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "customerId",
                "status",
                "priority",
                "channel",
                "subject",
                "tags",
                "assignee",
                "openTime",
                "firstResponseTime",
                "resolveTime",
                "satisfaction",
                "messageCount",
                "updateTime");
    }

    @Override
    public void check(String filter) {
        query(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        var listed = CaseTable.select(query(filter), new VisibleTeams(teams));
        Cursor.read(connection, listed, CaseTable::sealed, read -> {
            Map<UUID, DataKey> keys = vault.keys(
                    connection,
                    read.stream().map(stored -> stored.found().customerId()).toList());
            for (CaseTable.Sealed stored : read) {
                rows.row(values(SupportCases.opened(keys.get(stored.found().customerId()), stored)));
            }
        });
    }

    private static CaseQuery query(String filter) {
        return new CaseQuery(
                Optional.empty(), CaseQuery.parse("", filter, 0, "").filters(), Cursor.ALL, Optional.empty());
    }

    private static List<@Nullable Object> values(SupportCase found) {
        CaseParts parts = found.parts();
        return Arrays.asList(
                found.id().toString(),
                found.customerId().toString(),
                parts.status(),
                parts.priority(),
                parts.channel(),
                parts.subject(),
                parts.tags(),
                parts.assignee(),
                found.openTime(),
                found.firstResponseTime().orElse(null),
                found.resolveTime().orElse(null),
                parts.satisfaction() == 0 ? null : parts.satisfaction(),
                found.messageCount(),
                found.updateTime());
    }
}
