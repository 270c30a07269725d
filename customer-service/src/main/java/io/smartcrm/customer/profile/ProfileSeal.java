package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.BlindIndex;
import io.smartcrm.customer.vault.DataKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How profiles and identities are sealed, and how they are found although they are. */
@ApplicationScoped
public class ProfileSeal {
    static final String NAME = "name";
    static final String EMAIL = "email";
    static final String PHONE = "phone";
    static final String IDENTITY = "identity";

    private final BlindIndex index;

    public ProfileSeal(BlindIndex index) {
        this.index = index;
    }

    /** The same for all spellings of an address. */
    public UUID emailCode(String email) {
        return index.of(EMAIL, email.strip().toLowerCase(Locale.ROOT));
    }

    /** The same for all spellings of a number: its digits, without the 00 or + of an international one. */
    public UUID phoneCode(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return index.of(PHONE, digits.startsWith("00") ? digits.substring(2) : digits);
    }

    public UUID identityCode(Identity identity) {
        return index.of(IDENTITY, identity.toString());
    }

    /** Of names that have words beginning as the text's words do. */
    long[] soughtCodes(String text) {
        return NameWords.sought(text).stream()
                .mapToLong(word -> index.ofWord(NAME, word))
                .toArray();
    }

    Sealed seal(DataKey key, Profile profile) {
        return new Sealed(
                key.seal(NAME, profile.name()),
                key.seal(EMAIL, profile.email()),
                key.seal(PHONE, profile.phone()),
                profile.email().isEmpty() ? null : emailCode(profile.email()),
                profile.phone().isEmpty() ? null : phoneCode(profile.phone()),
                profile.name().isEmpty() ? null : nameCodes(profile.name()));
    }

    /** Of a customer who has no key, nothing is known any more. */
    static Profile open(
            Optional<DataKey> key,
            byte @Nullable [] name,
            byte @Nullable [] email,
            byte @Nullable [] phone,
            String country) {
        return key.map(known -> new Profile(
                        known.open(NAME, name), known.open(EMAIL, email), known.open(PHONE, phone), country))
                .orElseGet(() -> new Profile("", "", "", country));
    }

    private long[] nameCodes(String name) {
        return NameWords.beginnings(name).stream()
                .mapToLong(word -> index.ofWord(NAME, word))
                .toArray();
    }

    /** A profile as it is stored; null where nothing is known. */
    static final class Sealed {
        final byte @Nullable [] name;
        final byte @Nullable [] email;
        final byte @Nullable [] phone;
        final @Nullable UUID emailCode;
        final @Nullable UUID phoneCode;
        final long @Nullable [] nameCodes;

        private Sealed(
                byte @Nullable [] name,
                byte @Nullable [] email,
                byte @Nullable [] phone,
                @Nullable UUID emailCode,
                @Nullable UUID phoneCode,
                long @Nullable [] nameCodes) {
            this.name = name;
            this.email = email;
            this.phone = phone;
            this.emailCode = emailCode;
            this.phoneCode = phoneCode;
            this.nameCodes = nameCodes;
        }
    }
}
