package io.smartcrm.customer.quality;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.profile.OpenCustomers;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What cleanings replaced: part of what is known of the person. */
@ApplicationScoped
class OriginalHolding implements CustomerHolding {
    private final OpenCustomers customers;

    OriginalHolding(OpenCustomers customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "cleaning-originals";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        for (var original : new OriginalTable(connection).of(customer)) {
            var text = new JsonObject(customers.open(connection, customer, original.sealed()));
            receiver.accept(Map.of(
                    "cleaning",
                    original.job().toString(),
                    CleaningRun.BEFORE,
                    text.getJsonObject(CleaningRun.BEFORE).getMap(),
                    CleaningRun.AFTER,
                    text.getJsonObject(CleaningRun.AFTER).getMap()));
        }
    }

    /** They belong to the profile that was cleaned, which a merge keeps. */
    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) {
        // Nothing was carried over.
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        return new OriginalTable(connection).erase(customer);
    }
}
