package io.smartcrm.customer.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a set of drafts makes of the orders that are there: decided in memory, then written at once. */
final class OrderChanges {
    /** An order's event carries all its lines, and must fit a Kafka record of 1 MB. */
    private static final int MAX_LINES = 10_000;

    private final UUID importId;
    private final Map<String, StoredOrder> before;
    private final Map<String, StoredOrder> inserted = new LinkedHashMap<>();
    private final Map<String, StoredOrder> replaced = new LinkedHashMap<>();
    private final List<StoredOrder> confirmed = new ArrayList<>();
    private final List<OrderBulkResult.Refused> refused = new ArrayList<>();
    private final Map<OrderKind, Integer> counts = new HashMap<>();
    private int lines;

    /** @param before the orders of these numbers that are there */
    OrderChanges(UUID importId, Map<String, StoredOrder> before) {
        this.importId = importId;
        this.before = before;
    }

    void tell(OrderDraft draft) {
        StoredOrder stored = before.get(draft.number());
        if (stored == null) {
            OrderDraft fitting = fit(draft, 0);
            inserted.put(draft.number(), StoredOrder.first(fitting, importId));
            count(fitting);
            return;
        }
        boolean more = stored.toldBy(importId);
        var contradiction = more ? stored.contradiction(draft) : Optional.<String>empty();
        if (contradiction.isPresent()) {
            refuse(draft, draft.lines(), contradiction.get());
            return;
        }
        OrderDraft fitting = fit(draft, more ? stored.importedLines() : 0);
        StoredOrder next = more ? stored.tellMore(fitting) : stored.tell(fitting, importId);
        if (next.order().version() == stored.order().version()) {
            confirmed.add(next);
            return;
        }
        replaced.put(draft.number(), next);
        lines += fitting.lines().size();
        if (!more) {
            counts.merge(draft.kind(), 1, Integer::sum);
        }
    }

    private void count(OrderDraft draft) {
        counts.merge(draft.kind(), 1, Integer::sum);
        lines += draft.lines().size();
    }

    private OrderDraft fit(OrderDraft draft, int known) {
        int room = MAX_LINES - known;
        if (draft.lines().size() <= room) {
            return draft;
        }
        refuse(
                draft,
                draft.lines().subList(room, draft.lines().size()),
                "is beyond line " + MAX_LINES + " of its order, the most we take");
        return draft.withLines(draft.lines().subList(0, room));
    }

    private void refuse(OrderDraft draft, List<OrderDraft.Line> refusedLines, String reason) {
        refusedLines.forEach(line -> refused.add(new OrderBulkResult.Refused(line.source(), draft.number(), reason)));
    }

    /** Numbers of orders that the changed refunds give back. */
    List<String> refundedNumbers() {
        return changed().stream()
                .filter(stored -> !stored.refundOf().isEmpty()
                        && stored.order().refundedOrder().isEmpty())
                .map(StoredOrder::refundOf)
                .distinct()
                .toList();
    }

    /** Links refunds to their orders, those of this set included. */
    void link(Map<String, OrderId> known) {
        link(inserted, known);
        link(replaced, known);
    }

    private void link(Map<String, StoredOrder> refunds, Map<String, OrderId> known) {
        refunds.replaceAll((number, stored) -> {
            if (stored.refundOf().isEmpty() || stored.order().refundedOrder().isPresent()) {
                return stored;
            }
            StoredOrder sibling = inserted.get(stored.refundOf());
            OrderId refunded = sibling == null
                    ? known.get(stored.refundOf())
                    : sibling.order().id();
            return refunded == null ? stored : stored.withRefunded(refunded);
        });
    }

    List<StoredOrder> inserted() {
        return List.copyOf(inserted.values());
    }

    List<StoredOrder> replaced() {
        return List.copyOf(replaced.values());
    }

    List<StoredOrder> confirmed() {
        return confirmed;
    }

    List<StoredOrder> changed() {
        List<StoredOrder> changed = new ArrayList<>(inserted.values());
        changed.addAll(replaced.values());
        return changed;
    }

    OrderBulkResult result() {
        return new OrderBulkResult(
                counts.getOrDefault(OrderKind.SALE, 0),
                counts.getOrDefault(OrderKind.REFUND, 0),
                counts.getOrDefault(OrderKind.ADJUSTMENT, 0),
                lines,
                refused);
    }
}
