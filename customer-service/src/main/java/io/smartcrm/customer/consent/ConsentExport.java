package io.smartcrm.customer.consent;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.profile.VisibleTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every word of every customer as a row of a file, with its proof and whether it is the valid one. */
@ApplicationScoped
class ConsentExport implements ExportableList {
    private static final String SELECT = "select " + ConsentTable.COLUMNS + """
            , exists (
                select from consent valid where valid.customer_id = consent_record.customer_id
                    and valid.purpose = consent_record.purpose and valid.channel = consent_record.channel
                    and valid.effective_time = consent_record.effective_time and valid.state = consent_record.state)
                as valid
            from consent_record""";

    @Override
    public String name() {
        return "consents";
    }

    /** Those who may read the proof. */
    @Override
    public Set<String> roles() {
        return Set.of("admin", "agent", "integrator");
    }

    @Override
    public List<String> columns() {
        return List.of(
                "customerId",
                "purpose",
                "channel",
                "state",
                "effectiveTime",
                "expireTime",
                "source",
                "textVersion",
                "evidence",
                "recordTime",
                "valid");
    }

    @Override
    public void check(String filter) {
        filters(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        var select = new KeysetSelect(SELECT);
        new VisibleTeams(teams).narrow(select, "consent_record.customer_id");
        for (ListFilter<ConsentFilter> narrowed : filters(filter)) {
            select.where(narrowed.form().name().toLowerCase(Locale.ROOT) + " = ?", narrowed.value());
        }
        select.page("customer_id, purpose, channel, effective_time, state", Cursor.ALL);
        Cursor.read(connection, select, ConsentExport::values, read -> {
            for (List<@Nullable Object> values : read) {
                rows.row(values);
            }
        });
    }

    private static List<ListFilter<ConsentFilter>> filters(String filter) {
        return ListFilter.parseAll(filter, ConsentFilter.class);
    }

    private static List<@Nullable Object> values(ResultSet row) throws SQLException {
        ConsentWord word = ConsentTable.word(row);
        return Arrays.asList(
                word.customerId().toString(),
                word.purpose(),
                word.channel(),
                word.state(),
                word.effectiveTime(),
                word.expireTime().orElse(null),
                word.source(),
                word.textVersion(),
                word.evidence(),
                word.recordTime(),
                row.getBoolean("valid"));
    }
}
