package io.smartcrm.loyalty.reward;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The right to a reward. */
record Voucher(
        String code,
        UUID reward,
        UUID customer,
        State state,
        Instant expireTime,
        Optional<Instant> useTime,
        Instant createTime) {
    enum State {
        ISSUED,
        USED,
        /** Its redemption was cancelled. */
        VOID
    }
}
