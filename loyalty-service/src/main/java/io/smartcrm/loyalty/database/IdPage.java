package io.smartcrm.loyalty.database;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is asked for of a list by id. One more than fits is read, so that it is known whether there is a next page. */
public final class IdPage {
    private final String query;
    private final int size;
    private final Optional<UUID> last;

    private IdPage(String query, int size, Optional<UUID> last) {
        this.query = query;
        this.size = size;
        this.last = last;
    }

    /**
     * The page that a caller asks for.
     *
     * @param query everything that decides the list, but not the size
     * @throws Failure INVALID when the size is out of range, or the token is not of this query
     */
    public static IdPage of(String query, int pageSize, String pageToken) {
        int size = PageToken.pageSize(pageSize);
        if (pageToken.isEmpty()) {
            return new IdPage(query, size, Optional.empty());
        }
        String last = PageToken.decode(pageToken, query, 1).keys().get(0);
        return new IdPage(query, size, Optional.of(Fields.id("pageToken", last)));
    }

    /** The last id of the page before; empty for the first page. */
    public Optional<UUID> last() {
        return last;
    }

    /** How many to read. */
    public int limit() {
        return size + 1;
    }

    /** Adds what fits to the answer, and the token of the next page, if there is one. */
    public <T, M> void answer(
            List<T> found, Function<T, UUID> id, Function<T, M> message, Consumer<M> add, Consumer<String> next) {
        found.stream().limit(size).map(message).forEach(add);
        if (found.size() > size) {
            next.accept(PageToken.of(id.apply(found.get(size - 1)).toString()).encode(query));
        }
    }
}
