package io.smartcrm.customer.merging;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.listing.TimePosition;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** That a customer was merged: told to the person, forgotten with the person. */
@ApplicationScoped
class MergeHolding implements CustomerHolding {
    private static final int PAGE = 500;

    @Override
    public String name() {
        return "merges";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        var table = new MergeTable(connection);
        Optional<TimePosition> after = Optional.empty();
        List<Merge> page;
        do {
            page = table.list(Optional.of(customer), after, PAGE);
            for (Merge merge : page) {
                receiver.accept(Map.of(
                        "winnerId", merge.winner().toString(),
                        "loserId", merge.loser().toString(),
                        "mergeTime", merge.mergeTime().toString(),
                        "undone", merge.undoTime().isPresent()));
                after = Optional.of(new TimePosition(merge.mergeTime(), merge.id()));
            }
        } while (page.size() == PAGE);
    }

    /** The history of a merge is about those it was about. */
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
        return new MergeTable(connection).forget(customer);
    }
}
