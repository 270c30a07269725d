package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order in the database and what imports told of it.
 *
 * @param refundOf number of the order it gives back; empty when unknown
 * @param importId the import that told it last; empty when none did
 * @param importedLines so many of its lines, from the first, that import told so far
 */
record StoredOrder(Order order, String refundOf, Optional<UUID> importId, int importedLines) {
    static StoredOrder first(OrderDraft draft, UUID importId) {
        var order = order(
                new OrderId(TimeOrderedId.next()),
                draft,
                draft.orderTime(),
                draft.linesAfter(List.of()),
                Optional.empty(),
                OrderTerms.PLAIN,
                1);
        return new StoredOrder(
                order, draft.refundOf(), Optional.of(importId), draft.lines().size());
    }

    /** What a system tells by itself, beside all imports. */
    static StoredOrder of(Order order, String refundOf) {
        return new StoredOrder(order, refundOf, Optional.empty(), 0);
    }

    StoredOrder with(Order changed) {
        return new StoredOrder(changed, refundOf, importId, importedLines);
    }

    boolean toldBy(UUID thatImport) {
        return importId.filter(thatImport::equals).isPresent();
    }

    /** The next state after an import told it for the first time: itself in content when nothing is new. */
    StoredOrder tell(OrderDraft draft, UUID byImport) {
        int told = draft.lines().size();
        if (draft.repeats(order.lines(), 0)
                && sameHead(draft, told < order.lines().size())) {
            return new StoredOrder(order, refundOf, Optional.of(byImport), told);
        }
        var replaced = order(
                order.id(),
                draft,
                draft.orderTime(),
                draft.linesAfter(List.of()),
                refunded(draft),
                order.terms(),
                order.version() + 1);
        return new StoredOrder(replaced, draft.refundOf(), Optional.of(byImport), told);
    }

    /** The next state after the same import told more lines of it, which stand apart in its file. */
    StoredOrder tellMore(OrderDraft draft) {
        int told = importedLines + draft.lines().size();
        if (draft.repeats(order.lines(), importedLines) && sameHead(draft, true)) {
            return new StoredOrder(order, refundOf, importId, told);
        }
        Instant earlier = draft.orderTime().isBefore(order.orderTime()) ? draft.orderTime() : order.orderTime();
        var whole = new OrderDraft(
                order.number(),
                order.kind(),
                order.customerId().or(draft::customerId),
                earlier,
                order.country().isEmpty() ? draft.country() : order.country(),
                order.total().currencyCode(),
                refundOf.isEmpty() ? draft.refundOf() : refundOf,
                draft.lines());
        var lines = draft.linesAfter(order.lines().subList(0, importedLines));
        var joined = order(order.id(), whole, earlier, lines, refunded(whole), order.terms(), order.version() + 1);
        return new StoredOrder(joined, whole.refundOf(), importId, lines.size());
    }

    /** The next state after an import ended without telling the last lines: they are gone. */
    StoredOrder cutToTold() {
        var draft = new OrderDraft(
                order.number(),
                order.kind(),
                order.customerId(),
                order.orderTime(),
                order.country(),
                order.total().currencyCode(),
                refundOf,
                List.of());
        var lines = order.lines().subList(0, importedLines);
        var cut = order(
                order.id(), draft, order.orderTime(), lines, order.refundedOrder(), order.terms(), order.version() + 1);
        return new StoredOrder(cut, refundOf, importId, importedLines);
    }

    /** The next state once the order that it gives back is known. */
    StoredOrder refunding(OrderId refunded) {
        return new StoredOrder(
                with(order.lines(), Optional.of(refunded), order.version() + 1), refundOf, importId, importedLines);
    }

    /** As {@link #refunding}, within the change that is being made anyway. */
    StoredOrder withRefunded(OrderId refunded) {
        return new StoredOrder(
                with(order.lines(), Optional.of(refunded), order.version()), refundOf, importId, importedLines);
    }

    /** What the part of the draft contradicts; empty when it may belong to this order. */
    Optional<String> contradiction(OrderDraft draft) {
        if (draft.kind() != order.kind()) {
            return Optional.of("is part of a " + draft.kind() + ", but an earlier part of " + order.number() + " of a "
                    + order.kind());
        }
        if (draft.customerId().isPresent()
                && order.customerId().isPresent()
                && !draft.customerId().equals(order.customerId())) {
            return Optional.of("has another customer than an earlier part of " + order.number());
        }
        if (!draft.country().isEmpty()
                && !order.country().isEmpty()
                && !draft.country().equals(order.country())) {
            return Optional.of("has another country than an earlier part of " + order.number());
        }
        return draft.currency().equals(order.total().currencyCode())
                ? Optional.empty()
                : Optional.of("has another currency than an earlier part of " + order.number());
    }

    /** @param part whether the draft may be a part of the order: then it may leave out what other parts tell */
    private boolean sameHead(OrderDraft draft, boolean part) {
        return draft.kind() == order.kind()
                && draft.currency().equals(order.total().currencyCode())
                && (draft.customerId().equals(order.customerId())
                        || (part && draft.customerId().isEmpty()))
                && (draft.country().equals(order.country())
                        || (part && draft.country().isEmpty()))
                && (draft.refundOf().equals(refundOf)
                        || (part && draft.refundOf().isEmpty()))
                && (draft.orderTime().equals(order.orderTime())
                        || (part && draft.orderTime().isAfter(order.orderTime())));
    }

    private Optional<OrderId> refunded(OrderDraft draft) {
        return draft.refundOf().equals(refundOf) ? order.refundedOrder() : Optional.empty();
    }

    StoredOrder withLines(List<OrderLine> lines) {
        return new StoredOrder(with(lines, order.refundedOrder(), order.version()), refundOf, importId, importedLines);
    }

    private Order with(List<OrderLine> lines, Optional<OrderId> refunded, long version) {
        return new Order(
                order.id(),
                order.number(),
                order.kind(),
                order.customerId(),
                order.orderTime(),
                order.country(),
                order.total(),
                lines,
                refunded,
                order.terms(),
                version);
    }

    private static Order order(
            OrderId id,
            OrderDraft draft,
            Instant time,
            List<OrderLine> lines,
            Optional<OrderId> refunded,
            OrderTerms terms,
            long version) {
        return new Order(
                id,
                draft.number(),
                draft.kind(),
                draft.customerId(),
                time,
                draft.country(),
                new Money(draft.currency(), Order.sum(lines, terms)),
                lines,
                refunded,
                terms,
                version);
    }
}
