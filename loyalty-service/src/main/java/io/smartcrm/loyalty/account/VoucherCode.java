package io.smartcrm.loyalty.account;

import io.smartcrm.wire.Failure;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Codes that nobody guesses and everybody can read out: 75 random bits without I, L, O and U. */
public final class VoucherCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUPS = 3;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9-]{4,40}");

    private VoucherCode() {}

    public static String next() {
        var code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /**
     * The code as it is kept.
     *
     * @throws Failure INVALID when it cannot be one
     */
    public static String canonical(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(code).matches()) {
            throw Failure.invalid("code", "must have 4 to 40 letters, digits or hyphens");
        }
        return code;
    }
}
