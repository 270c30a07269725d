package io.smartcrm.outbox;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out a command once: a repetition with the same request id gets the first answer again. */
@ApplicationScoped
public class CommandLog {
    private static final String CLAIM = """
            insert into command (principal, request_id, request_hash) values (?1, ?2, ?3)
            on conflict do nothing""";
    private static final String ANSWER = """
            update command set sealed_response = ?3, about = cast(string_to_array(?4, ',') as uuid[])
            where principal = ?1 and request_id = ?2""";
    private static final String READ =
            "select request_hash, sealed_response from command where principal = ?1 and request_id = ?2";

    /**
     * Runs the work within the session's transaction, or answers what it answered before.
     *
     * @param requestId chosen by the caller; empty means that every call is a new command
     * @throws Failure INVALID when the id is too long, UNPROCESSABLE (in the Uni) when the id was used for another request
     */
    public <T extends Message> Uni<T> once(
            Mutiny.Session session,
            String principal,
            String requestId,
            Message request,
            Parser<T> parser,
            Supplier<Uni<T>> work) {
        if (requestId.isEmpty()) {
            return work.get();
        }
        var command = new CommandRequest(principal, requestId, request);
        return named(session, CLAIM, command)
                .setParameter(3, command.hash())
                .executeUpdate()
                .chain(claimed -> claimed == 1
                        ? work.get()
                                .call(response -> named(session, ANSWER, command)
                                        .setParameter(3, command.seal(response))
                                        .setParameter(4, command.about(response))
                                        .executeUpdate())
                        : recall(session, command, parser));
    }

    private static <T extends Message> Uni<T> recall(Mutiny.Session session, CommandRequest command, Parser<T> parser) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter(1, command.principal())
                .setParameter(2, command.requestId())
                .getSingleResult()
                .map(row -> command.repeat(parser, (byte[]) row[0], (byte[]) row[1]));
    }

    private static Mutiny.MutationQuery named(Mutiny.Session session, String sql, CommandRequest command) {
        return session.createNativeQuery(sql)
                .setParameter(1, command.principal())
                .setParameter(2, command.requestId());
    }
}
