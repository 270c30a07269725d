package io.smartcrm.gateway.http;

import org.jspecify.annotations.Nullable;

/** Versions of a record as HTTP writes them: always strong, in quotes. */
public final class ETags {
    private ETags() {}

    public static String quoted(String etag) {
        return '"' + etag + '"';
    }

    /** Whether the caller's {@code If-None-Match} says that it already has this version. */
    public static boolean known(@Nullable String ifNoneMatch, String etag) {
        return ifNoneMatch != null && ifNoneMatch.contains(quoted(etag));
    }

    /**
     * The version that a change is meant for.
     *
     * @throws Refusal 428 when there is none, 412 when it cannot be one of ours
     */
    public static String required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            throw new Refusal(
                    428, "IF_MATCH_REQUIRED", "send the ETag of the version that you change in the header If-Match");
        }
        String tag = ifMatch.strip();
        if (tag.length() < 3 || !tag.startsWith("\"") || !tag.endsWith("\"")) {
            throw new Refusal(412, "STALE_ETAG", "If-Match " + tag + " is not an ETag of this record; read it again");
        }
        return tag.substring(1, tag.length() - 1);
    }
}
