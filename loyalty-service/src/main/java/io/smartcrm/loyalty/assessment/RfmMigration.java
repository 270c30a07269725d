package io.smartcrm.loyalty.assessment;

import io.smartcrm.loyalty.rfm.Segment;
import java.util.Optional;

/**
 * How many customers were in one segment and then in another.
 *
 * @param from empty before their first purchase
 * @param to empty when all they bought was corrected away
 */
record RfmMigration(Optional<Segment> from, Optional<Segment> to, long customers) {}
