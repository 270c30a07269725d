package io.smartcrm.gateway.http;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A part of a list; without a next page token it is the last. */
public record Page<T>(
        List<T> items,

        @Schema(description = "Send it as pageToken, with the same filter, to read on; absent at the end") @Nullable
        String nextPageToken) {
    public Page {
        items = List.copyOf(items);
    }

    public static <M, T> Page<T> of(List<M> messages, Function<M, T> view, String nextPageToken) {
        return new Page<>(messages.stream().map(view).toList(), nextPageToken.isEmpty() ? null : nextPageToken);
    }
}
