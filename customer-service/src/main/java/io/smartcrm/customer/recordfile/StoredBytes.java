package io.smartcrm.customer.recordfile;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The content of a stored file, unpacked on the way if gzip packed it; stops a file that unpacks without end. */
final class StoredBytes extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    /** Short files may pack by any ratio. */
    private static final long RATIO_FREE = 16L << 20;

    private final Counted stored;
    private final FileLimits limits;
    private final boolean packed;
    private long unpacked;

    private StoredBytes(InputStream content, Counted stored, FileLimits limits, boolean packed) {
        super(content);
        this.stored = stored;
        this.limits = limits;
        this.packed = packed;
    }

    static StoredBytes open(FileContent content, FileLimits limits) throws IOException {
        var stored = new Counted(content.open());
        var buffered = new BufferedInputStream(stored, BUFFER);
        try {
            buffered.mark(2);
            boolean packed = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
            buffered.reset();
            InputStream text = packed ? new GZIPInputStream(buffered, BUFFER) : buffered;
            return new StoredBytes(text, stored, limits, packed);
        } catch (ZipException | java.io.EOFException broken) {
            stored.close();
            throw brokenPack(broken);
        } catch (IOException failed) {
            stored.close();
            throw failed;
        }
    }

    /** Bytes of the stored file read so far, ahead of the content by a buffer. */
    long position() {
        return stored.count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (ZipException | java.io.EOFException broken) {
            throw brokenPack(broken);
        }
        if (packed && read > 0) {
            unpacked += read;
            guard();
        }
        return read;
    }

    private void guard() {
        if (unpacked > limits.unpackedBytes()) {
            throw new FileRefusal("the packed file holds more than " + limits.unpackedBytes()
                    + " bytes; split it into several files");
        }
        if (unpacked > RATIO_FREE && unpacked / Math.max(1, stored.count) > limits.packingRatio()) {
            throw new FileRefusal("the packed file grows more than " + limits.packingRatio()
                    + " fold, as no file of records does; send it unpacked if it really is one");
        }
    }

    private static FileRefusal brokenPack(IOException broken) {
        return new FileRefusal(
                "the packed file is damaged or cut off (" + broken.getMessage() + "); pack and send it again", broken);
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(0, read));
            return read;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // one thread reads the file, another looks at the count
        private void add(int bytes) {
            count += bytes;
        }
    }
}
