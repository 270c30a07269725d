package io.smartcrm.loyalty.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** All that commands changed, to be written together. */
public final class Journal {
    private final List<LedgerTransaction> transactions = new ArrayList<>();
    private final Map<UUID, Lot> lots = new LinkedHashMap<>();
    private final List<LotUse> uses = new ArrayList<>();
    private final List<IssuedVoucher> vouchers = new ArrayList<>();
    private final List<UUID> voided = new ArrayList<>();
    private final List<CouponUse> couponUses = new ArrayList<>();

    void add(LedgerTransaction transaction, Draft draft) {
        transactions.add(transaction);
        draft.lots().forEach(lot -> lots.put(lot.id(), lot));
        uses.addAll(draft.uses());
    }

    void add(IssuedVoucher voucher) {
        vouchers.add(voucher);
    }

    void add(CouponUse use) {
        couponUses.add(use);
    }

    void voidVoucherOf(UUID transaction) {
        voided.add(transaction);
    }

    public List<LedgerTransaction> transactions() {
        return List.copyOf(transactions);
    }

    /** As they are after all commands; a new lot is one whose transaction is in this journal. */
    public List<Lot> lots() {
        return List.copyOf(lots.values());
    }

    public List<LotUse> uses() {
        return List.copyOf(uses);
    }

    public List<IssuedVoucher> vouchers() {
        return List.copyOf(vouchers);
    }

    public List<CouponUse> couponUses() {
        return List.copyOf(couponUses);
    }

    /** Transactions whose vouchers are worth nothing any more. */
    public List<UUID> voided() {
        return List.copyOf(voided);
    }
}
