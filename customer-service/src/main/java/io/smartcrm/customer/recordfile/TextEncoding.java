package io.smartcrm.customer.recordfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * How the bytes of a file become characters.
 *
 * @param certain whether somebody or a byte order mark said so: then a byte that does not fit is an error
 */
record TextEncoding(Charset charset, boolean certain) {
    private static final int BUFFER = 1 << 16;
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LITTLE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final byte[] OLD_EXCEL = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Recognised by reading the whole content: a byte order mark, else valid UTF-8, else windows-1252. */
    static TextEncoding recognise(InputStream content) throws IOException {
        byte[] bytes = new byte[BUFFER];
        int length = content.readNBytes(bytes, 0, BUFFER);
        refuseOtherThanText(bytes, length);
        if (startsWith(bytes, length, UTF_8_MARK)) {
            return new TextEncoding(UTF_8, true);
        }
        return new TextEncoding(isUtf8(content, bytes, length) ? UTF_8 : WESTERN, false);
    }

    /** A file of the encoding that its owner named; its beginning must still be text. */
    static TextEncoding named(Charset charset, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(BUFFER);
        refuseOtherThanText(bytes, bytes.length);
        return new TextEncoding(charset, true);
    }

    /** The text without a byte order mark. */
    Reader reader(InputStream content) throws IOException {
        var marked = new PushbackInputStream(content, UTF_8_MARK.length);
        if (charset.equals(UTF_8)) {
            byte[] start = marked.readNBytes(UTF_8_MARK.length);
            if (!Arrays.equals(start, UTF_8_MARK)) {
                marked.unread(start);
            }
        }
        CodingErrorAction action = certain ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return new InputStreamReader(
                marked, charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action));
    }

    private static boolean isUtf8(InputStream content, byte[] bytes, int firstLength) throws IOException {
        CharsetDecoder decoder = UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes).limit(firstLength);
        CharBuffer out = CharBuffer.allocate(BUFFER);
        while (true) {
            CoderResult result = decoder.decode(in, out.clear(), false);
            if (result.isError()) {
                return false;
            }
            in.compact();
            int read = content.read(bytes, in.position(), in.remaining());
            if (read < 0) {
                return in.position() == 0;
            }
            in.position(in.position() + read).flip();
        }
    }

    private static void refuseOtherThanText(byte[] bytes, int length) {
        if (length == 0) {
            throw new FileRefusal("the file is empty");
        }
        if (startsWith(bytes, length, UTF_16_LITTLE) || startsWith(bytes, length, UTF_16_BIG)) {
            throw new FileRefusal("the file is UTF-16; save it as UTF-8 and send it again");
        }
        if (startsWith(bytes, length, ZIP) || startsWith(bytes, length, OLD_EXCEL)) {
            throw new FileRefusal("the file is a ZIP archive or an Excel workbook; export the rows as CSV"
                    + " and send that, packed by gzip if you like");
        }
        if (startsWith(bytes, length, PDF) || contains(bytes, length, (byte) 0)) {
            throw new FileRefusal(
                    "the file is no text: it is binary, or UTF-16 without a mark; save it as CSV in UTF-8");
        }
    }

    private static boolean startsWith(byte[] bytes, int length, byte[] start) {
        return length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    private static boolean contains(byte[] bytes, int length, byte wanted) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
