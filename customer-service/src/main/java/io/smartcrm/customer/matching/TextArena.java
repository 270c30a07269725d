package io.smartcrm.customer.matching;

import java.util.ArrayList;
import java.util.List;

/** Many short texts, a byte a character where it is ASCII and three where not, without an object a text. */
final class TextArena {
    private static final int CHUNK_BITS = 20;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final byte WIDE = (byte) 0xff;

    private final List<byte[]> chunks = new ArrayList<>();
    private byte[] chunk = new byte[0];
    private int used;

    /** Where the text begins, to read it again; texts are at most 255 characters long. */
    int add(String text) {
        if (used + 1 + 3 * text.length() > chunk.length) {
            chunk = new byte[CHUNK];
            chunks.add(chunk);
            used = 0;
        }
        int place = ((chunks.size() - 1) << CHUNK_BITS) | used;
        chunk[used++] = (byte) text.length();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < 0x80) {
                chunk[used++] = (byte) letter;
            } else {
                chunk[used++] = WIDE;
                chunk[used++] = (byte) (letter >> 8);
                chunk[used++] = (byte) letter;
            }
        }
        return place;
    }

    /** Writes the text at a place into the array and answers its length. */
    int read(int place, char[] into) {
        byte[] from = chunks.get(place >>> CHUNK_BITS);
        int at = place & (CHUNK - 1);
        int length = from[at++] & 0xff;
        for (int i = 0; i < length; i++) {
            byte letter = from[at++];
            if (letter == WIDE) {
                into[i] = (char) ((from[at] & 0xff) << 8 | (from[at + 1] & 0xff));
                at += 2;
            } else {
                into[i] = (char) letter;
            }
        }
        return length;
    }
}
