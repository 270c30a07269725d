package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A command as the table {@code command} remembers it: who gave it, by which name, a hash of what was asked, and the answer,
 * which may name persons: its key follows from the whole request and is kept nowhere, so only a repetition opens it.
 */
public final class CommandRequest {
    private static final int MAX_REQUEST_ID = 200;
    private static final int MAX_IDS = 100;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final String principal;
    private final String requestId;
    private final byte[] hash;
    private final SecretKeySpec key;
    private final byte[] content;

    /** @throws Failure INVALID when the id is too long */
    public CommandRequest(String principal, String requestId, Message request) {
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        this.principal = principal;
        this.requestId = requestId;
        this.content = content(request);
        this.hash = digest("", request, content);
        this.key = new SecretKeySpec(digest("answer", request, content), "AES");
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

    /** What is remembered as the answer. */
    public byte[] seal(Message answer) {
        byte[] sealed = new byte[NONCE_BYTES + answer.getSerializedSize() + TAG_BITS / Byte.SIZE];
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        System.arraycopy(nonce, 0, sealed, 0, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce)
                    .doFinal(answer.toByteArray(), 0, answer.getSerializedSize(), sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("an answer was not sealed", impossible);
        }
    }

    /** Ids of ours in request and answer, with commas between: whoever is erased takes the answer along. */
    public String about(Message answer) {
        return Stream.of(content, answer.toByteArray())
                .flatMap(bytes -> ID.matcher(new String(bytes, ISO_8859_1)).results())
                .map(MatchResult::group)
                .distinct()
                .limit(MAX_IDS)
                .collect(joining(","));
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
            byte[] nonce = Arrays.copyOf(answer, NONCE_BYTES);
            return parser.parseFrom(
                    cipher(Cipher.DECRYPT_MODE, nonce).doFinal(answer, NONCE_BYTES, answer.length - NONCE_BYTES));
        } catch (InvalidProtocolBufferException | GeneralSecurityException malformed) {
            throw new IllegalStateException("a remembered answer cannot be read", malformed);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    /** The entries of a map field in the order of their keys. */
    private static byte[] content(Message request) {
        byte[] content = new byte[request.getSerializedSize()];
        try {
            var out = CodedOutputStream.newInstance(content);
            out.useDeterministicSerialization();
            request.writeTo(out);
            return content;
        } catch (IOException impossible) {
            throw new IllegalStateException("the array has the size of the message", impossible);
        }
    }

    /** Of the request's type and content, another one for each use. */
    private static byte[] digest(String use, Message request, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(use.getBytes(UTF_8));
            digest.update(request.getDescriptorForType().getFullName().getBytes(UTF_8));
            return digest.digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
