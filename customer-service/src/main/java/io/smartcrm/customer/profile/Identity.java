package io.smartcrm.customer.profile;

import io.smartcrm.wire.Failure;
import java.util.Comparator;

/**
 * The name of a customer in another system.
 *
 * @param namespace which system, e.g. {@code shop}; 1 to 64 characters without a colon
 * @param value unique within the namespace; 1 to 200 characters
 */
public record Identity(String namespace, String value) implements Comparable<Identity> {
    private static final TextField NAMESPACE = new TextField("identities.namespace", 1, 64);
    private static final TextField VALUE = new TextField("identities.value", 1, 200);
    private static final Comparator<Identity> ORDER =
            Comparator.comparing(Identity::namespace).thenComparing(Identity::value);

    public Identity {
        namespace = NAMESPACE.checkPresent(namespace);
        value = VALUE.checkPresent(value);
        if (namespace.indexOf(':') >= 0) {
            throw Failure.invalid(NAMESPACE.name(), "'" + namespace + "' holds a colon");
        }
    }

    /**
     * Reads {@code namespace:value}.
     *
     * @param field what to name when it is not so
     */
    public static Identity parse(String field, String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw Failure.invalid(field, "'" + text + "' is not an identity, such as shop:4711");
        }
        return new Identity(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return namespace + ":" + value;
    }
}
