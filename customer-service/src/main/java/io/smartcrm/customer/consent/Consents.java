package io.smartcrm.customer.consent;

import io.smartcrm.customer.consent.ConsentTable.Recorded;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Records what customers allow, by the thousand; each change of what is valid leaves with its event. Blocks. */
@ApplicationScoped
public class Consents {
    private final Outbox outbox;

    public Consents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param recorded how many words were new
     * @param refused words that cannot be recorded, and why
     */
    public record Taken(int recorded, Map<ConsentWord, Failure> refused) {
        public Taken {
            refused = Map.copyOf(refused);
        }
    }

    /**
     * Records words within the caller's transaction. A word told before changes nothing; one that is older than the valid
     * one goes into the history alone.
     *
     * @return how many were new
     * @throws Failure INVALID when a purpose, a channel or a customer is not known, naming it
     */
    public int record(Connection connection, List<ConsentWord> words) throws SQLException {
        var table = new ConsentTable(connection);
        Optional<Failure> first = refusals(table, words).values().stream().findFirst();
        if (first.isPresent()) {
            throw first.get();
        }
        return store(connection, table, words);
    }

    /** As {@link #record}, but for the words that cannot be recorded: those are told instead. */
    public Taken take(Connection connection, List<ConsentWord> words) throws SQLException {
        var table = new ConsentTable(connection);
        Map<ConsentWord, Failure> refused = refusals(table, words);
        List<ConsentWord> good =
                words.stream().filter(word -> !refused.containsKey(word)).toList();
        return new Taken(store(connection, table, good), refused);
    }

    private int store(Connection connection, ConsentTable table, List<ConsentWord> words) throws SQLException {
        if (words.isEmpty()) {
            return 0;
        }
        List<ConsentWord> fresh = table.record(words.stream()
                .map(word -> new Recorded(TimeOrderedId.next(), word))
                .toList());
        if (!fresh.isEmpty()) {
            outbox.append(
                    connection,
                    table.takeOver(fresh).stream().map(ConsentEvents::changed).toList());
        }
        return fresh.size();
    }

    /** In the order of the words; the terms and customers of the others stay as they are until the end. */
    private static Map<ConsentWord, Failure> refusals(ConsentTable table, List<ConsentWord> words) throws SQLException {
        Map<ConsentWord, Failure> refused = new LinkedHashMap<>();
        if (words.isEmpty()) {
            return refused;
        }
        var purposes = Register.of(table, ConsentTerm.Kind.PURPOSE, words, ConsentWord::purpose);
        var channels = Register.of(table, ConsentTerm.Kind.CHANNEL, words, ConsentWord::channel);
        Set<UUID> present = new HashSet<>(table.lockCustomers(distinct(words, ConsentWord::customerId)));
        for (ConsentWord word : words) {
            purposes.problem(word)
                    .or(() -> channels.problem(word))
                    .or(() -> present.contains(word.customerId())
                            ? Optional.empty()
                            : Optional.of(Failure.invalid(
                                    "consent.customerId", "'" + word.customerId() + "' is no customer")))
                    .ifPresent(failure -> refused.put(word, failure));
        }
        return refused;
    }

    /** What of the names that words use may be used. What is no longer offered can still be withdrawn. */
    private record Register(
            String noun, Function<ConsentWord, String> name, Set<String> unknown, Set<String> inactive) {
        static Register of(
                ConsentTable table, ConsentTerm.Kind kind, List<ConsentWord> words, Function<ConsentWord, String> name)
                throws SQLException {
            List<ConsentWord> granted = words.stream()
                    .filter(word -> word.state() == ConsentWord.State.GRANTED)
                    .toList();
            return new Register(
                    kind.name().toLowerCase(Locale.ROOT),
                    name,
                    Set.copyOf(table.unknownTerms(kind, distinct(words, name), false)),
                    Set.copyOf(table.unknownTerms(kind, distinct(granted, name), true)));
        }

        Optional<Failure> problem(ConsentWord word) {
            String told = name.apply(word);
            if (unknown.contains(told)) {
                return Optional.of(
                        Failure.invalid("consent." + noun, "'" + told + "' is no " + noun + " of the register"));
            }
            if (word.state() == ConsentWord.State.GRANTED && inactive.contains(told)) {
                return Optional.of(Failure.invalid(
                        "consent." + noun, "'" + told + "' is not active; nothing new is granted for it"));
            }
            return Optional.empty();
        }
    }

    private static <T extends Comparable<T>> SortedSet<T> distinct(
            List<ConsentWord> words, Function<ConsentWord, T> part) {
        var values = new TreeSet<T>();
        words.forEach(word -> values.add(part.apply(word)));
        return values;
    }
}
