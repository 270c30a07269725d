package io.smartcrm.customer.merging;

import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Records of customers, kept in memory: what a feature that merging does not know may hold. */
@ApplicationScoped
class RememberedHolding implements CustomerHolding {
    private final Map<String, UUID> owners = new ConcurrentHashMap<>();

    void put(String key, UUID customer) {
        owners.put(key, customer);
    }

    List<String> of(UUID customer) {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().equals(customer))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    @Override
    public String name() {
        return "remembered";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver) {
        of(customer).forEach(key -> receiver.accept(Map.of("key", key)));
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) {
        List<String> moved = new ArrayList<>(of(from));
        moved.forEach(key -> owners.put(key, to));
        return moved;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) {
        keys.forEach(key -> owners.replace(key, to, from));
    }

    @Override
    public long erase(Connection connection, UUID customer) {
        List<String> gone = of(customer);
        gone.forEach(owners::remove);
        return gone.size();
    }
}
