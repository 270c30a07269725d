package io.smartcrm.customer.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of one customer's texts; what it seals for a field opens only as that field of that customer. */
public final class DataKey {
    static final int BYTES = 32;

    private final UUID customer;
    private final Aead aead;

    private DataKey(UUID customer, Aead aead) {
        this.customer = customer;
        this.aead = aead;
    }

    static DataKey of(UUID customer, byte[] key) {
        try {
            return new DataKey(customer, new AesGcmJce(key));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the data key of customer " + customer + " cannot be used", unusable);
        }
    }

    /** Null for empty text: that nothing is known is no secret. */
    public byte @Nullable [] seal(String field, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return sealBytes(field, text.getBytes(UTF_8));
    }

    /** As {@link #seal}, of what is no text. */
    public byte[] sealBytes(String field, byte[] content) {
        try {
            return aead.encrypt(content, context(field));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("field " + field + " of customer " + customer + " was not sealed");
        }
    }

    /** The text that was sealed; empty text for null. */
    public String open(String field, byte @Nullable [] sealed) {
        return sealed == null ? "" : new String(openBytes(field, sealed), UTF_8);
    }

    /** What {@link #sealBytes} sealed. */
    public byte[] openBytes(String field, byte[] sealed) {
        try {
            return aead.decrypt(sealed, context(field));
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "field " + field + " of customer " + customer + " was not sealed with the customer's key", foreign);
        }
    }

    private byte[] context(String field) {
        return (field + '/' + customer).getBytes(UTF_8);
    }
}
