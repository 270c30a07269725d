package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** A command as the table {@code command} remembers it: who gave it, by which name, and a hash of what was asked. */
public final class CommandRequest {
    private static final int MAX_REQUEST_ID = 200;

    private final String principal;
    private final String requestId;
    private final byte[] hash;

    /** @throws Failure INVALID when the id is too long */
    public CommandRequest(String principal, String requestId, Message request) {
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        this.principal = principal;
        this.requestId = requestId;
        this.hash = hash(request);
    }

    public String principal() {
        return principal;
    }

    public String requestId() {
        return requestId;
    }

    public byte[] hash() {
        return hash.clone();
    }

    /**
     * Reads what was answered to the command before.
     *
     * @param requestHash remembered under its name, as the answer is
     * @throws Failure UNPROCESSABLE when the name was used for another request
     */
    public <T extends Message> T repeat(Parser<T> parser, byte[] requestHash, byte[] answer) {
        if (!Arrays.equals(hash, requestHash)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "IDEMPOTENCY_KEY_REUSED",
                    "'" + requestId + "' was used for another request; choose a new key");
        }
        try {
            return parser.parseFrom(answer);
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
