package io.smartcrm.customer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file being received: written piece by piece, with a fingerprint of what was asked. Blocks: for worker threads. */
final class UploadedFile {
    private final Path part;
    private final Path complete;
    private final long maxBytes;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;

    UploadedFile(Path part, Path complete, long maxBytes, String asked) throws IOException {
        this.part = part;
        this.complete = complete;
        this.maxBytes = maxBytes;
        this.channel = FileChannel.open(part, CREATE_NEW, WRITE);
        this.digest = sha256();
        digest.update(asked.getBytes(UTF_8));
    }

    /** @throws Failure TOO_LARGE when the file grows over its limit */
    void write(ByteBuffer piece) throws IOException {
        bytes += piece.remaining();
        if (bytes > maxBytes) {
            throw new Failure(
                    Failure.Kind.TOO_LARGE,
                    "FILE_TOO_LARGE",
                    "the file is larger than " + maxBytes + " bytes; pack it by gzip or split it");
        }
        digest.update(piece.duplicate());
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    long bytes() {
        return bytes;
    }

    /** Puts the file in its place, on disk for good; answers the fingerprint. */
    String complete() throws IOException {
        channel.force(true);
        channel.close();
        Files.move(part, complete, StandardCopyOption.ATOMIC_MOVE);
        return HexFormat.of().formatHex(digest.digest());
    }

    void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
