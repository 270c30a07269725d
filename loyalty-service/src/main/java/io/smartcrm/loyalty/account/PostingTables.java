package io.smartcrm.loyalty.account;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.loyalty.ledger.IssuedVoucher;
import io.smartcrm.loyalty.ledger.Ledger;
import io.smartcrm.loyalty.ledger.LedgerTransaction;
import io.smartcrm.loyalty.ledger.Refusal;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Carries out postings in the caller's transaction, many at once: keys that are new are marked, the accounts locked, the
 * ledger applies the commands in memory, and all that changed is written. Locks are taken in one order (keys, accounts,
 * rewards, coupons, each sorted), so that replicas wait for each other rather than block each other.
 */
public final class PostingTables {
    private static final String CLAIM = """
            insert into points_key (key, request_hash, transaction_id)
            select key, decode(hash, 'hex'), '00000000-0000-0000-0000-000000000000'
            from unnest(?::text[], ?::text[]) as claim (key, hash)
            order by key on conflict do nothing returning key""";
    private static final String KNOWN = """
            select claim.key, encode(claim.request_hash, 'hex') as asked, voucher.code as voucher_code, posted.*
            from points_key claim join points_transaction posted on posted.id = claim.transaction_id
            left join voucher on voucher.transaction_id = posted.id
            where claim.key = any (?)""";
    private static final String FULFIL = """
            update points_key set transaction_id = done.id
            from unnest(?::text[], ?::uuid[]) as done (key, id) where points_key.key = done.key""";
    private static final String FORGET = "delete from points_key where key = any (?)";

    private final Connection connection;
    private final Clock clock;

    public PostingTables(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** A posting on its way to its outcome. */
    private static final class Item {
        private final Posting posting;
        private Optional<Outcome> outcome = Optional.empty();

        Item(Posting posting) {
            this.posting = posting;
        }
    }

    /** In the order of the postings; what one is refused for does not concern the others. */
    public List<Outcome> post(List<Posting> postings) throws SQLException {
        List<Item> items = postings.stream().map(Item::new).toList();
        List<Item> todo = claim(items);
        if (!todo.isEmpty()) {
            Ledger ledger = new LedgerReader(connection, clock).lock(commands(todo));
            apply(ledger, todo);
            new JournalWriter(connection).write(ledger);
            settleKeys(todo);
        }
        repeat(items.stream().filter(item -> item.outcome.isEmpty()).toList());
        return outcomes(items);
    }

    /** What commands would do, without doing it. */
    List<Outcome> simulate(List<Posting> postings) throws SQLException {
        List<Item> items = postings.stream().map(Item::new).toList();
        apply(new LedgerReader(connection, clock).read(commands(items)), items);
        return outcomes(items);
    }

    private static List<Outcome> outcomes(List<Item> items) {
        return items.stream().map(item -> item.outcome.orElseThrow()).toList();
    }

    private static List<Command> commands(List<Item> items) {
        return items.stream().map(item -> item.posting.command()).toList();
    }

    /** Those without a key, and the first of each key that was not there before. */
    private List<Item> claim(List<Item> items) throws SQLException {
        List<Item> todo = new ArrayList<>();
        Map<String, Item> named = new LinkedHashMap<>();
        for (Item item : items) {
            item.posting.key().ifPresentOrElse(key -> named.putIfAbsent(key, item), () -> todo.add(item));
        }
        if (!named.isEmpty()) {
            List<String> fresh = Rows.of(connection, named.entrySet())
                    .column("text", Map.Entry::getKey)
                    .column("text", entry -> entry.getValue().posting.hash())
                    .query(CLAIM, row -> row.getString(1));
            named.keySet().retainAll(Set.copyOf(fresh));
            todo.addAll(named.values());
        }
        return todo;
    }

    private static void apply(Ledger ledger, List<Item> items) {
        Map<Item, LedgerTransaction> made = new LinkedHashMap<>();
        for (Item item : items) {
            try {
                Optional<LedgerTransaction> done = ledger.apply(item.posting.command());
                item.outcome = Optional.of(Outcome.of(Optional.empty()));
                done.ifPresent(transaction -> made.put(item, transaction));
            } catch (Refusal refusal) {
                item.outcome = Optional.of(Outcome.of(failure(refusal)));
            }
        }
        Map<UUID, String> vouchers =
                ledger.journal().vouchers().stream().collect(toMap(IssuedVoucher::transaction, IssuedVoucher::code));
        made.forEach((item, transaction) -> item.outcome = Optional.of(Outcome.of(
                Optional.of(PointsTransaction.of(transaction, Optional.ofNullable(vouchers.get(transaction.id())))))));
    }

    private static Failure failure(Refusal refusal) {
        Failure.Kind kind =
                refusal.reason().endsWith("_NOT_FOUND") ? Failure.Kind.NOT_FOUND : Failure.Kind.UNPROCESSABLE;
        return new Failure(kind, refusal.reason(), String.valueOf(refusal.getMessage()));
    }

    /** A key stands for what was done; what was refused may be asked again under it. */
    private void settleKeys(List<Item> todo) throws SQLException {
        Map<String, UUID> done = new LinkedHashMap<>();
        List<String> undone = new ArrayList<>();
        for (Item item : todo) {
            Optional<UUID> transaction =
                    item.outcome.flatMap(Outcome::transaction).map(PointsTransaction::id);
            item.posting
                    .key()
                    .ifPresent(key -> transaction.ifPresentOrElse(id -> done.put(key, id), () -> undone.add(key)));
        }
        if (!done.isEmpty()) {
            Rows.of(connection, done.entrySet())
                    .column("text", Map.Entry::getKey)
                    .column("uuid", Map.Entry::getValue)
                    .update(FULFIL);
        }
        if (!undone.isEmpty()) {
            Rows.of(connection, undone).column("text", key -> key).update(FORGET);
        }
    }

    private record Known(String key, String asked, PointsTransaction transaction) {}

    /** Answers as it was answered before. */
    private void repeat(List<Item> repeated) throws SQLException {
        if (repeated.isEmpty()) {
            return;
        }
        Map<String, Known> known = Rows.of(connection, repeated)
                .column("text", item -> item.posting.key().orElseThrow())
                .query(
                        KNOWN,
                        row -> new Known(row.getString("key"), row.getString("asked"), PointsTransaction.read(row)))
                .stream()
                .collect(toMap(Known::key, found -> found));
        for (Item item : repeated) {
            Optional<Known> before =
                    Optional.ofNullable(known.get(item.posting.key().orElseThrow()));
            item.outcome = Optional.of(before.map(found -> answer(item.posting, found))
                    .orElseGet(() -> Outcome.of(new Failure(
                            Failure.Kind.BUSY,
                            "COMMAND_REFUSED",
                            "the same command was just refused; send it again"))));
        }
    }

    private static Outcome answer(Posting posting, Known before) {
        return posting.hash().equals(before.asked())
                ? Outcome.of(Optional.of(before.transaction()))
                : Outcome.of(new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "IDEMPOTENCY_KEY_REUSED",
                        "the key of this command was used for another one; choose a new key"));
    }
}
