package io.smartcrm.customer.cleaning;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How e-mail addresses are written, and what their providers ignore. */
final class EmailAddress {
    private static final Map<String, String> SAME_DOMAIN = Map.of("googlemail.com", "gmail.com");
    private static final Set<String> IGNORES_DOTS = Set.of("gmail.com");
    private static final Set<String> IGNORES_AFTER_PLUS =
            Set.of("gmail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "fastmail.com");

    private EmailAddress() {}

    static String withSmallDomain(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? email : email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
    }

    static String asProviderReads(String email) {
        int at = email.lastIndexOf('@');
        String told = email.substring(at + 1).toLowerCase(Locale.ROOT);
        String domain = SAME_DOMAIN.getOrDefault(told, told);
        if (at < 1 || !IGNORES_AFTER_PLUS.contains(domain)) {
            return email;
        }
        String local = email.substring(0, at).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        String person = plus > 0 ? local.substring(0, plus) : local;
        String plain = IGNORES_DOTS.contains(domain) ? person.replace(".", "") : person;
        return plain.isEmpty() ? email : plain + "@" + domain;
    }
}
