package io.smartcrm.customer.consent;

import io.smartcrm.customer.consent.ConsentTerm.Kind;
import io.smartcrm.wire.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Keeps the register of purposes and channels, within the caller's transaction. */
final class ConsentTerms {
    private final ConsentTermTable table;

    ConsentTerms(Connection connection) {
        this.table = new ConsentTermTable(connection);
    }

    List<ConsentTerm> list(Kind kind) throws SQLException {
        return table.list(kind);
    }

    ConsentTerm create(ConsentTerm term) throws SQLException {
        if (!table.insert(term)) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "CONSENT_TERM_EXISTS",
                    "there is a " + noun(term.kind()) + " '" + term.name() + "'");
        }
        return term;
    }

    ConsentTerm update(ConsentTerm term, String etag) throws SQLException {
        ConsentTerm known = known(term.kind(), term.name());
        if (!known.etag().equals(etag)) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "CONSENT_TERM_CHANGED",
                    "'" + term.name() + "' has changed since you read etag '" + etag + "'; read it again");
        }
        return table.update(term);
    }

    void delete(Kind kind, String name) throws SQLException {
        known(kind, name);
        if (!table.delete(kind, name)) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "CONSENT_TERM_IN_USE",
                    "consents name '" + name + "'; make it inactive instead");
        }
    }

    private ConsentTerm known(Kind kind, String name) throws SQLException {
        return table.lock(kind, name).orElseThrow(() -> Failure.notFound("consent " + noun(kind), name));
    }

    private static String noun(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
