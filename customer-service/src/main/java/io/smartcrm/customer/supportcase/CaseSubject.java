package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.vault.DataKey;
import org.jspecify.annotations.Nullable;

/** What a case is about, as it is kept: sealed with the customer's key. */
public final class CaseSubject {
    private static final String FIELD = "case.subject";

    private CaseSubject() {}

    static byte @Nullable [] seal(DataKey key, String subject) {
        return key.seal(FIELD, subject);
    }

    /** Empty for null: a case may have none. */
    public static String open(DataKey key, byte @Nullable [] sealed) {
        return key.open(FIELD, sealed);
    }
}
