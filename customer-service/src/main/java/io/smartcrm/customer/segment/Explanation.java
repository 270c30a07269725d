package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.CheckedClause;
import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a customer is, or is not, in a segment.
 *
 * @param member whether the customer is in the list
 * @param fulfilled whether the definition is true of the customer now
 */
record Explanation(boolean member, boolean fulfilled, String definition, List<Finding> findings) {
    Explanation {
        findings = List.copyOf(findings);
    }

    /**
     * What a clause says of the customer.
     *
     * @param value the actual one, as the database writes it; empty when there is none
     */
    record Finding(CheckedClause clause, boolean fulfilled, String value) {}

    /** Nobody is found under an id that is merged into another or unknown: then nothing is fulfilled. */
    static Explanation of(
            Connection connection, Segment segment, CheckedSegment checked, UUID customer, boolean member, Instant now)
            throws SQLException {
        var sql = new SegmentSql(checked, now, Optional.of(new Sql.Ids(List.of(customer))));
        List<Finding> findings = new ArrayList<>();
        try (var statement = sql.explanation().prepare(connection);
                ResultSet row = statement.executeQuery()) {
            boolean found = row.next();
            int column = 2;
            for (CheckedClause clause : checked.clauses()) {
                String value = found ? row.getString(column + 1) : null;
                findings.add(new Finding(clause, found && row.getBoolean(column), value == null ? "" : value));
                column += 2;
            }
            return new Explanation(member, found && row.getBoolean(1), segment.definition(), findings);
        }
    }
}
