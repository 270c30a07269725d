package io.smartcrm.customer.matching;

import java.util.Locale;
import java.util.Set;

/** Brings e-mail addresses into the one form in which they are compared. */
final class EmailForm {
    private static final int LONGEST = 100;
    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    private EmailForm() {}

    /** Small letters; without what Gmail ignores: dots, and what follows a plus. Empty when it is no address. */
    static String of(String email) {
        String small = email.strip().toLowerCase(Locale.ROOT);
        int at = small.lastIndexOf('@');
        if (at < 1 || at == small.length() - 1 || small.length() > LONGEST) {
            return "";
        }
        String local = small.substring(0, at);
        String domain = small.substring(at + 1);
        int plus = local.indexOf('+');
        String person = plus > 0 ? local.substring(0, plus) : local;
        return GMAIL.contains(domain) ? person.replace(".", "") + "@gmail.com" : person + "@" + domain;
    }
}
