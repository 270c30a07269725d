package io.smartcrm.loyalty.ledger;

import java.time.Instant;
import java.util.UUID;

/** The right to a reward, as a code. */
public record IssuedVoucher(String code, UUID reward, UUID customer, UUID transaction, Instant expireTime) {}
