/**
 * The points ledger, double entry: Command -> Ledger -> MemberAccount, Journal; pure, depends on java.* only. Whoever keeps it
 * loads the accounts that commands touch, applies them in their order, and writes the journal.
 */
@NullMarked
package io.smartcrm.loyalty.ledger;

import org.jspecify.annotations.NullMarked;
