package io.smartcrm.customer.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in PostgreSQL's binary COPY format, the fastest way in (PostgreSQL manual, COPY, "Binary Format"). Close ends the
 * statement; leaving without {@link #finish} cancels it.
 */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final Instant POSTGRES_EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int BUFFER = 1 << 16;
    /** Longest single value: a UUID; texts are written apart. */
    private static final int ROOM = 64;

    /** The number by which PostgreSQL knows the type. */
    private static final int BIGINT = 20;

    private static final int BASE = 10_000;
    private static final int BASE_DIGITS = 4;
    private static final BigInteger BIG_BASE = BigInteger.valueOf(BASE);
    /** Below 2^49 a number times a thousand fits a long. */
    private static final int SMALL_BITS = 49;

    private static final int NEGATIVE = 0x4000;

    private final CopyIn copy;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final short[] groups = new short[64];

    /** @param statement {@code copy ... from stdin (format binary)} */
    public BinaryCopy(Connection connection, String statement) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        buffer.put(SIGNATURE).putInt(0).putInt(0);
    }

    public BinaryCopy row(int columns) throws SQLException {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    public BinaryCopy uuid(UUID value) throws SQLException {
        room(ROOM)
                .putInt(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy uuid(Optional<UUID> value) throws SQLException {
        return value.isPresent() ? uuid(value.get()) : absent();
    }

    public BinaryCopy text(String value) throws SQLException {
        return bytes(value.getBytes(UTF_8));
    }

    /** Null where there is nothing. */
    public BinaryCopy bytes(byte @Nullable [] bytes) throws SQLException {
        if (bytes == null) {
            return absent();
        }
        room(ROOM).putInt(bytes.length);
        for (int start = 0; start < bytes.length; start += ROOM) {
            int length = Math.min(ROOM, bytes.length - start);
            room(length).put(bytes, start, length);
        }
        return this;
    }

    public BinaryCopy time(Instant value) throws SQLException {
        room(ROOM).putInt(Long.BYTES).putLong(ChronoUnit.MICROS.between(POSTGRES_EPOCH, value));
        return this;
    }

    public BinaryCopy integer(int value) throws SQLException {
        room(ROOM).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    public BinaryCopy bigint(long value) throws SQLException {
        room(ROOM).putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** An array of one dimension; null where there is nothing. */
    public BinaryCopy bigints(long @Nullable [] values) throws SQLException {
        if (values == null) {
            return absent();
        }
        int header = values.length == 0 ? 3 : 5;
        room(ROOM).putInt(header * Integer.BYTES + values.length * (Integer.BYTES + Long.BYTES));
        room(ROOM).putInt(values.length == 0 ? 0 : 1).putInt(0).putInt(BIGINT);
        if (values.length > 0) {
            room(ROOM).putInt(values.length).putInt(1);
        }
        for (long value : values) {
            room(ROOM).putInt(Long.BYTES).putLong(value);
        }
        return this;
    }

    /** Groups of four digits, the highest first, without zero groups at the end; the weight is the first's power. */
    public BinaryCopy numeric(BigDecimal value) throws SQLException {
        int scale = Math.max(0, value.scale());
        int padding = (BASE_DIGITS - scale % BASE_DIGITS) % BASE_DIGITS;
        int count = groups(value.setScale(scale).unscaledValue().abs(), padding);
        int weight = count - 1 - (scale + padding) / BASE_DIGITS;
        int lowest = 0;
        while (lowest < count && groups[lowest] == 0) {
            lowest++;
        }
        ByteBuffer out = room(ROOM + Short.BYTES * count);
        out.putInt(Short.BYTES * (4 + count - lowest));
        out.putShort((short) (count - lowest));
        out.putShort((short) (count == lowest ? 0 : weight));
        out.putShort((short) (value.signum() < 0 ? NEGATIVE : 0));
        out.putShort((short) scale);
        for (int i = count - 1; i >= lowest; i--) {
            out.putShort(groups[i]);
        }
        return this;
    }

    private int groups(BigInteger unscaled, int padding) {
        int count = 0;
        if (unscaled.bitLength() <= SMALL_BITS) {
            for (long rest = unscaled.longValue() * power(padding); rest > 0; rest /= BASE) {
                groups[count++] = (short) (rest % BASE);
            }
            return count;
        }
        BigInteger rest = unscaled.multiply(BigInteger.valueOf(power(padding)));
        for (; rest.signum() > 0; rest = rest.divide(BIG_BASE)) {
            groups[count++] = rest.mod(BIG_BASE).shortValue();
        }
        return count;
    }

    private static int power(int exponent) {
        int power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private BinaryCopy absent() throws SQLException {
        room(Integer.BYTES).putInt(-1);
        return this;
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    public void finish() throws SQLException {
        room(Short.BYTES).putShort((short) -1);
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
