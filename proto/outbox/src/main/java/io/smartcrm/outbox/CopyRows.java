package io.smartcrm.outbox;

import static com.google.protobuf.ByteString.copyFromUtf8;

import com.google.protobuf.ByteString;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL's binary COPY format for the outbox table: payloads go as they are, without hexadecimal text. */
final class CopyRows implements Closeable {
    static final String STATEMENT =
            "copy outbox (event_id, topic, key, type, payload, trace_parent, dead_letter_reason) from stdin (format binary)";
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final int COLUMNS = 7;
    private static final int BUFFER = 1 << 16;

    private final CopyIn copy;
    private final DataOutputStream out;

    CopyRows(CopyIn copy) throws SQLException, IOException {
        this.copy = copy;
        out = new DataOutputStream(new BufferedOutputStream(new PGCopyOutputStream(copy), BUFFER));
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
    }

    void write(OutboxEvent event) throws IOException {
        out.writeShort(COLUMNS);
        out.writeInt(Long.BYTES * 2);
        out.writeLong(event.id().getMostSignificantBits());
        out.writeLong(event.id().getLeastSignificantBits());
        field(copyFromUtf8(event.topic()));
        field(copyFromUtf8(event.key()));
        field(copyFromUtf8(event.type()));
        optionalField(event.payload());
        optionalField(event.traceParent().map(ByteString::copyFromUtf8));
        optionalField(event.deadLetterReason().map(ByteString::copyFromUtf8));
    }

    private void optionalField(Optional<ByteString> value) throws IOException {
        if (value.isPresent()) {
            field(value.get());
        } else {
            out.writeInt(-1);
        }
    }

    private void field(ByteString value) throws IOException {
        out.writeInt(value.size());
        value.writeTo(out);
    }

    /** A copy that cannot be ended is cancelled, or the connection would wait for its end for ever. */
    @Override
    public void close() throws IOException {
        try {
            out.writeShort(-1);
            out.close();
        } finally {
            cancelUnended();
        }
    }

    private void cancelUnended() throws IOException {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException broken) {
                throw new IOException("a copy could not be cancelled", broken);
            }
        }
    }
}
