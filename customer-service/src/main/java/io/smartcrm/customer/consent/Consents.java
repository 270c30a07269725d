package io.smartcrm.customer.consent;

import io.smartcrm.customer.consent.ConsentTable.Recorded;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Records what customers allow, by the thousand; each change of what is valid leaves with its event. Blocks. */
@ApplicationScoped
public class Consents {
    private final Outbox outbox;

    public Consents(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * Records words within the caller's transaction. A word told before changes nothing; one that is older than the valid
     * one goes into the history alone.
     *
     * @return how many were new
     * @throws Failure INVALID when a purpose, a channel or a customer is not known, naming it
     */
    public int record(Connection connection, List<ConsentWord> words) throws SQLException {
        if (words.isEmpty()) {
            return 0;
        }
        var table = new ConsentTable(connection);
        requireTerms(table, ConsentTerm.Kind.PURPOSE, words, ConsentWord::purpose);
        requireTerms(table, ConsentTerm.Kind.CHANNEL, words, ConsentWord::channel);
        requireKnown(
                "consent.customerId",
                table.unknownCustomers(distinct(words, ConsentWord::customerId)),
                "is no customer");
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

    /** What is no longer offered can still be withdrawn. */
    private static void requireTerms(
            ConsentTable table, ConsentTerm.Kind kind, List<ConsentWord> words, Function<ConsentWord, String> name)
            throws SQLException {
        String noun = kind.name().toLowerCase(Locale.ROOT);
        List<ConsentWord> granted = words.stream()
                .filter(word -> word.state() == ConsentWord.State.GRANTED)
                .toList();
        requireKnown(
                "consent." + noun,
                table.unknownTerms(kind, distinct(words, name), false),
                "is no " + noun + " of the register");
        requireKnown(
                "consent." + noun,
                table.unknownTerms(kind, distinct(granted, name), true),
                "is not active; nothing new is granted for it");
    }

    private static <T extends Comparable<T>> SortedSet<T> distinct(
            List<ConsentWord> words, Function<ConsentWord, T> part) {
        var values = new TreeSet<T>();
        words.forEach(word -> values.add(part.apply(word)));
        return values;
    }

    private static void requireKnown(String field, List<?> unknown, String what) {
        if (!unknown.isEmpty()) {
            throw Failure.invalid(field, "'" + unknown.get(0) + "' " + what);
        }
    }
}
