package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/** A database of one service, owned by a role of its own that may enter no other. */
public record Database(String name, String user, String password) {
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public Database {
        requireIdentifier(name);
        requireIdentifier(user);
        requireNonNull(password, "password is null");
        if (password.contains("'") || password.contains("\\")) {
            throw new IllegalArgumentException("password of " + user + " holds a quote or backslash");
        }
    }

    /** Database, role and password all have the same name: nothing but the loopback address can reach it. */
    public static Database named(String name) {
        return new Database(name, name, name);
    }

    private static void requireIdentifier(String identifier) {
        if (!IDENTIFIER.matcher(identifier).matches()) {
            throw new IllegalArgumentException("'" + identifier + "' is not a plain lower-case SQL identifier");
        }
    }
}
