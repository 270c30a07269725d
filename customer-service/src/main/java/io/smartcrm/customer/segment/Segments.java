package io.smartcrm.customer.segment;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.customer.segment.MemberTable.Member;
import io.smartcrm.customer.segmentlanguage.Reading;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps segments and answers what is asked of them. Blocks: for worker threads. */
@ApplicationScoped
public class Segments {
    private static final String TOO_LONG = "57014";

    private final Database database;
    private final Outbox outbox;
    private final SegmentConfig config;
    private final Clock clock = Clock.systemUTC();

    Segments(Database database, Outbox outbox, SegmentConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
    }

    /** Within the transaction of the command that asks for it. */
    Segment create(Connection connection, Segment.Texts texts, SegmentKind kind, String definition)
            throws SQLException {
        String formatted = new Definitions(connection).require(definition).text();
        var segment = Segment.create(texts, kind, formatted, now());
        if (!new SegmentTable(connection).insert(segment)) {
            throw nameTaken(segment);
        }
        return segment;
    }

    Segment get(SegmentId id) {
        return database.transaction(connection -> find(connection, id));
    }

    /** Newest first, one more than the size when there is a next page. */
    List<Segment> list(Optional<TimePosition> after, int size) {
        return database.transaction(connection -> new SegmentTable(connection).list(after, size + 1));
    }

    /** Replaces what is present, if the etag is still the segment's. */
    Segment update(
            SegmentId id,
            String etag,
            Optional<String> name,
            Optional<String> description,
            Optional<String> definition) {
        return database.transaction(connection -> {
            var table = new SegmentTable(connection);
            Segment current = table.lock(id).orElseThrow(() -> Failure.notFound("segment", id.toString()));
            current.require(etag);
            var texts = new Segment.Texts(
                    name.orElse(current.texts().name()),
                    description.orElse(current.texts().description()));
            String formatted = definition.isPresent()
                    ? new Definitions(connection).require(definition.get()).text()
                    : current.definition();
            Segment changed = current.change(texts, formatted, now());
            if (table.nameTaken(changed)) {
                throw nameTaken(changed);
            }
            table.update(changed);
            return changed;
        });
    }

    void delete(SegmentId id, String etag) {
        database.transaction(connection -> {
            var table = new SegmentTable(connection);
            Segment current = table.lock(id).orElseThrow(() -> Failure.notFound("segment", id.toString()));
            current.require(etag);
            table.markDeleted(id);
            return id;
        });
    }

    /** Has all customers evaluated again. */
    Segment evaluate(SegmentId id) {
        return database.transaction(connection -> {
            find(connection, id);
            new SegmentTable(connection).await(id);
            return find(connection, id);
        });
    }

    Reading check(String definition) {
        return database.transaction(connection -> new Definitions(connection).read(definition));
    }

    /** @throws Failure UNPROCESSABLE when not even an estimate comes in time */
    Preview preview(String definition) {
        return database.transaction(connection -> {
            var checked = new Definitions(connection).require(definition);
            try {
                return Preview.of(connection, checked, config, now());
            } catch (SQLException failed) {
                if (TOO_LONG.equals(failed.getSQLState())) {
                    throw new Failure(
                            Failure.Kind.UNPROCESSABLE,
                            "SEGMENT_TOO_COSTLY",
                            "counting takes too long, even of a sample; ask fewer or narrower things");
                }
                throw failed;
            }
        });
    }

    /** In the order of ids, one more than the size when there is a next page. */
    List<Member> members(SegmentId id, Optional<UUID> after, int size) {
        return database.transaction(connection -> {
            find(connection, id);
            return new MemberTable(connection, outbox).page(id, after, size + 1);
        });
    }

    Explanation explain(SegmentId id, UUID customer, VisibleTeams visible) {
        return database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            Segment segment = find(connection, id);
            boolean member = new MemberTable(connection, outbox).contains(id, customer);
            var checked = new Definitions(connection).require(segment.definition());
            return Explanation.of(connection, segment, checked, customer, member, now());
        });
    }

    /** By name. */
    List<Segment> ofCustomer(UUID customer, VisibleTeams visible) {
        return database.transaction(connection -> {
            CustomerScope.check(connection, visible, customer);
            return new SegmentTable(connection).ofCustomer(customer);
        });
    }

    private static Segment find(Connection connection, SegmentId id) throws SQLException {
        return new SegmentTable(connection).find(id).orElseThrow(() -> Failure.notFound("segment", id.toString()));
    }

    private static Failure nameTaken(Segment segment) {
        return new Failure(
                Failure.Kind.CONFLICT,
                "SEGMENT_NAME_TAKEN",
                "there is a segment '" + segment.texts().name() + "' already");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
