package io.smartcrm.customer.audit;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which entries to list, newest first.
 *
 * @param userName exact; empty for all, as customerId and rpc
 * @param from this moment included
 * @param until this moment excluded
 * @param size of a page, 1 to 500
 */
record AuditQuery(
        String userName,
        String customerId,
        String rpc,
        Optional<Instant> from,
        Optional<Instant> until,
        int size,
        Optional<TimePosition> after) {
    private static final int MAX_TEXT = 200;

    AuditQuery {
        requireShort("userName", userName);
        requireShort("customerId", customerId);
        requireShort("rpc", rpc);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw Failure.invalid("untilTime", "is not after fromTime");
        }
    }

    /** This query from after the last entry of the page before. */
    AuditQuery after(String pageToken) {
        return pageToken.isEmpty()
                ? this
                : new AuditQuery(
                        userName,
                        customerId,
                        rpc,
                        from,
                        until,
                        size,
                        Optional.of(TimePosition.decode(pageToken, name())));
    }

    String tokenAfter(AuditEntry last) {
        return new TimePosition(last.time(), last.id()).encode(name());
    }

    /** With a question mark for each of the {@link #parameters} and one more for the limit. */
    String sql() {
        var sql = new StringBuilder("select * from audit_entry where true");
        if (!userName.isEmpty()) {
            sql.append(" and user_name = ?");
        }
        if (!customerId.isEmpty()) {
            sql.append(" and customer_id = ? and customer_id <> ''");
        }
        if (!rpc.isEmpty()) {
            sql.append(" and rpc = ?");
        }
        from.ifPresent(time -> sql.append(" and entry_time >= ?"));
        until.ifPresent(time -> sql.append(" and entry_time < ?"));
        after.ifPresent(last -> sql.append(" and (entry_time, id) < (?, ?)"));
        return sql.append(" order by entry_time desc, id desc limit ?").toString();
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        List.of(userName, customerId, rpc).stream()
                .filter(text -> !text.isEmpty())
                .forEach(parameters::add);
        from.ifPresent(time -> parameters.add(time.atOffset(ZoneOffset.UTC)));
        until.ifPresent(time -> parameters.add(time.atOffset(ZoneOffset.UTC)));
        after.ifPresent(last -> {
            parameters.add(last.time().atOffset(ZoneOffset.UTC));
            parameters.add(last.id());
        });
        return parameters;
    }

    private String name() {
        return String.join("/", "audit", userName, customerId, rpc, from.toString(), until.toString());
    }

    private static void requireShort(String field, String text) {
        if (text.length() > MAX_TEXT) {
            throw Failure.invalid(field, "is longer than " + MAX_TEXT + " characters");
        }
    }
}
