package io.smartcrm.loyalty.ledger;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/**
 * One line of a transaction.
 *
 * @param customer whose account; empty for those of the programme
 * @param points positive into the account, negative out of it, never 0
 */
public record Entry(Account account, Optional<UUID> customer, long points) {
    public Entry {
        requireNonNull(account, "account is null");
        boolean personal = account != Account.PROGRAMME && account != Account.BREAKAGE;
        if (personal != customer.isPresent()) {
            throw new IllegalArgumentException(account + " with customer " + customer);
        }
        if (points == 0) {
            throw new IllegalArgumentException("an entry of nothing in " + account);
        }
    }
}
