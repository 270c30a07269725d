package io.smartcrm.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Where the next page of a list begins: the sort keys of the last row shown, bound to the query they belong to.
 *
 * @param keys one to eight values, as text
 */
public record PageToken(List<String> keys) {
    private static final int MAX_KEYS = 8;
    private static final int MAX_LENGTH = 1024;
    private static final String SEPARATOR = "\u0000";
    private static final int MAX_PAGE_SIZE = 500;
    private static final int DEFAULT_PAGE_SIZE = 50;

    public PageToken {
        keys = List.copyOf(keys);
        if (keys.isEmpty() || keys.size() > MAX_KEYS) {
            throw new IllegalArgumentException("a page token holds 1 to 8 keys, not " + keys.size());
        }
    }

    public static PageToken of(String... keys) {
        return new PageToken(List.of(keys));
    }

    /** @param query everything that decides the list: method, filter, order; not the page size */
    public String encode(String query) {
        String text = fingerprint(query) + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Reads a token made for the same query.
     *
     * @throws Failure INVALID when the token is not ours or belongs to another query
     */
    public static PageToken decode(String token, String query, int keys) {
        if (token.length() > MAX_LENGTH) {
            throw invalid("is longer than " + MAX_LENGTH + " characters");
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            throw invalid("is not one of ours; leave it out to start from the first page");
        }
        String[] parts = new String(bytes, UTF_8).split(SEPARATOR, -1);
        if (parts.length != keys + 1) {
            throw invalid("is not one of ours; leave it out to start from the first page");
        }
        if (!parts[0].equals(fingerprint(query))) {
            throw invalid("belongs to another query; repeat the filter and order it was made with, or leave it out");
        }
        return new PageToken(Arrays.asList(parts).subList(1, parts.length));
    }

    /**
     * The page size to use for what the caller asked.
     *
     * @throws Failure INVALID when it is negative or above 500
     */
    public static int pageSize(int requested) {
        if (requested < 0 || requested > MAX_PAGE_SIZE) {
            throw Failure.invalid("pageSize", requested + " is not between 1 and " + MAX_PAGE_SIZE);
        }
        return requested == 0 ? DEFAULT_PAGE_SIZE : requested;
    }

    private static Failure invalid(String detail) {
        return Failure.invalid("pageToken", detail);
    }

    private static String fingerprint(String query) {
        var crc = new CRC32C();
        crc.update(query.getBytes(UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
