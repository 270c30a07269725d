/**
 * Keeps the points of customers in PostgreSQL: PointsGrpc -> Postings -> PostingTables -> ledger; AccountTable reads,
 * Settlements release and expire what is due, LedgerVerification proves that all adds up.
 */
@NullMarked
package io.smartcrm.loyalty.account;

import org.jspecify.annotations.NullMarked;
