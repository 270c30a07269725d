package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Carries out a command once: a repetition with the same request id gets the first answer again. */
@ApplicationScoped
public class CommandLog {
    private static final String CLAIM = """
            insert into command (principal, request_id, request_hash) values (?1, ?2, ?3)
            on conflict do nothing""";
    private static final String ANSWER = "update command set response = ?3 where principal = ?1 and request_id = ?2";
    private static final String READ =
            "select request_hash, response from command where principal = ?1 and request_id = ?2";
    private static final int MAX_REQUEST_ID = 200;

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
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        byte[] hash = hash(request);
        return session.createNativeQuery(CLAIM)
                .setParameter(1, principal)
                .setParameter(2, requestId)
                .setParameter(3, hash)
                .executeUpdate()
                .chain(claimed -> claimed == 1
                        ? work.get().call(response -> remember(session, principal, requestId, response))
                        : recall(session, principal, requestId, hash, parser));
    }

    private static Uni<Integer> remember(Mutiny.Session session, String principal, String requestId, Message response) {
        return session.createNativeQuery(ANSWER)
                .setParameter(1, principal)
                .setParameter(2, requestId)
                .setParameter(3, response.toByteArray())
                .executeUpdate();
    }

    private static <T extends Message> Uni<T> recall(
            Mutiny.Session session, String principal, String requestId, byte[] hash, Parser<T> parser) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter(1, principal)
                .setParameter(2, requestId)
                .getSingleResult()
                .map(row -> {
                    if (!Arrays.equals(hash, (byte[]) row[0])) {
                        throw new Failure(
                                Failure.Kind.UNPROCESSABLE,
                                "IDEMPOTENCY_KEY_REUSED",
                                "'" + requestId + "' was used for another request; choose a new key");
                    }
                    return parse(parser, (byte[]) row[1]);
                });
    }

    private static <T extends Message> T parse(Parser<T> parser, byte[] response) {
        try {
            return parser.parseFrom(response);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a remembered answer cannot be read", malformed);
        }
    }

    /** Of the request's type and content; the entries of a map field count in the order of their keys. */
    private static byte[] hash(Message request) {
        byte[] content = new byte[request.getSerializedSize()];
        try {
            var out = CodedOutputStream.newInstance(content);
            out.useDeterministicSerialization();
            request.writeTo(out);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getDescriptorForType().getFullName().getBytes(UTF_8));
            return digest.digest(content);
        } catch (IOException impossible) {
            throw new IllegalStateException("the array has the size of the message", impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
