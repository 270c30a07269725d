package io.smartcrm.loyalty.account;

import java.util.List;

/**
 * Whether the ledger adds up: entries of each transaction sum to zero, balances are the sums of their entries and of their
 * lots, none is below zero, and each key stands for a transaction.
 */
public record Verification(long transactions, long entries, long accounts, List<Check> checks) {
    public Verification {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that must hold.
     *
     * @param examples ids of some of what violates it
     */
    public record Check(String name, long violations, List<String> examples) {
        public Check {
            examples = List.copyOf(examples);
        }
    }

    public boolean holds() {
        return checks.stream().allMatch(check -> check.violations() == 0);
    }
}
