package io.smartcrm.loyalty.ledger;

/**
 * What a customer has.
 *
 * @param available points to spend
 * @param pending points promised, spendable after the return window
 * @param debt points owed, taken from what is credited next
 */
public record Balance(long available, long pending, long debt) {
    public static final Balance NOTHING = new Balance(0, 0, 0);

    public Balance {
        if (available < 0 || pending < 0 || debt < 0) {
            throw new IllegalArgumentException(
                    "a balance is below zero: " + available + " available, " + pending + " pending, " + debt + " owed");
        }
    }

    Balance plus(long toAvailable, long toPending, long toDebt) {
        return new Balance(
                Math.addExact(available, toAvailable), Math.addExact(pending, toPending), Math.addExact(debt, toDebt));
    }
}
