package io.smartcrm.loyalty.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A transaction that is being put together: entries of one account add up. */
final class Draft {
    private record Line(Account account, Optional<UUID> customer) {}

    private final UUID id;
    private final Instant time;
    private final Supplier<UUID> ids;
    private final Map<Line, Long> entries = new LinkedHashMap<>();
    private final List<Lot> lots = new ArrayList<>();
    private final Map<UUID, LotUse> uses = new LinkedHashMap<>();

    Draft(Instant time, Supplier<UUID> ids) {
        this.id = ids.get();
        this.time = time;
        this.ids = ids;
    }

    UUID id() {
        return id;
    }

    Instant time() {
        return time;
    }

    UUID nextId() {
        return ids.get();
    }

    void entry(Account account, UUID customer, long points) {
        add(new Line(account, Optional.of(customer)), points);
    }

    void entry(Account account, long points) {
        add(new Line(account, Optional.empty()), points);
    }

    private void add(Line line, long points) {
        if (points != 0) {
            entries.merge(line, points, Math::addExact);
        }
    }

    void lot(Lot lot) {
        lots.add(lot);
    }

    void use(Lot lot, long points) {
        uses.merge(
                lot.id(),
                new LotUse(id, lot.id(), points, lot.expireTime()),
                (one, other) -> new LotUse(id, lot.id(), one.points() + other.points(), lot.expireTime()));
    }

    List<Entry> entries() {
        return entries.entrySet().stream()
                .filter(line -> line.getValue() != 0)
                .map(line -> new Entry(line.getKey().account(), line.getKey().customer(), line.getValue()))
                .toList();
    }

    List<Lot> lots() {
        return lots;
    }

    List<LotUse> uses() {
        return List.copyOf(uses.values());
    }

    /** What the customer gained in all accounts together. */
    long gain(UUID customer) {
        return entries.entrySet().stream()
                .filter(line -> line.getKey().customer().equals(Optional.of(customer)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
