package io.smartcrm.customer.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Finds sealed texts without opening them: equal texts of a kind have equal codes, which nobody computes without the key.
 * Who reads the database learns which rows share a text, and how often each occurs; no more.
 */
@ApplicationScoped
public class BlindIndex {
    private static final int BYTES = 16;

    private final Vault vault;

    public BlindIndex(Vault vault) {
        this.vault = vault;
    }

    /**
     * 128 bits, in the type that the database keeps them best in.
     *
     * @param normalised so that texts that mean the same are the same
     */
    public UUID of(String kind, String normalised) {
        try {
            ByteBuffer code = ByteBuffer.wrap(
                    vault.keyring().blindIndex().computePrimary((kind + '/' + normalised).getBytes(UTF_8), BYTES));
            return new UUID(code.getLong(), code.getLong());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a text of kind " + kind + " has no code", impossible);
        }
    }

    /** A shorter code, for one of many words. */
    public long ofWord(String kind, String normalised) {
        return of(kind, normalised).getMostSignificantBits();
    }
}
