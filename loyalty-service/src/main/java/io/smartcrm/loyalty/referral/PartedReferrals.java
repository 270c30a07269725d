package io.smartcrm.loyalty.referral;

import io.smartcrm.loyalty.merging.PartedMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the purchases of both decided is decided by those of one. */
@ApplicationScoped
class PartedReferrals implements PartedMembers {
    @Override
    public void parted(Connection connection, UUID one, UUID other, Instant since) throws SQLException {
        var table = new ReferralTable(connection);
        for (UUID referred : List.of(one, other)) {
            table.reopen(referred, since);
        }
    }
}
