package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.NAME;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.optional;

import io.smartcrm.customer.profile.CustomerNames;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whom rows of a file are about: a number of the mapping's namespace, or an identity such as {@code shop:4711}. The
 * namespace {@code customer} means our own ids; who was merged is the customer that is left.
 */
@ApplicationScoped
class RowCustomers {
    static final FileField NUMBER = optional(
            "customerId",
            NAME,
            200,
            "customer",
            "customerno",
            "customernumber",
            "userid",
            "externalid",
            "subscriberid");
    static final FileField IDENTITY = optional("identity", TEXT, 265, "customeridentity");
    private static final String OURS = "customer";

    private final CustomerNames names;

    RowCustomers(CustomerNames names) {
        this.names = names;
    }

    /** What a row calls its customer. */
    private record Called(FileField field, Identity name) {
        Optional<UUID> ours() {
            try {
                return name.namespace().equals(OURS) ? Optional.of(UUID.fromString(name.value())) : Optional.empty();
            } catch (IllegalArgumentException malformed) {
                throw Failure.invalid(field.label(), "is not the id of a customer");
            }
        }
    }

    /** Whom the rows of a batch are about, as far as they are known. */
    static final class Found {
        private final String namespace;
        private final Map<Identity, UUID> byName = new HashMap<>();
        private final Map<UUID, UUID> byId = new HashMap<>();

        private Found(String namespace) {
            this.namespace = namespace;
        }

        /** @throws Failure INVALID when it is nobody, naming the field */
        UUID customer(FileRecord row) {
            Called called = called(namespace, row);
            return called.ours()
                    .map(byId::get)
                    .or(() -> Optional.ofNullable(byName.get(called.name())))
                    .orElseThrow(() -> Failure.invalid(
                            called.field().label(),
                            "is no customer of namespace '" + called.name().namespace() + "'"));
        }
    }

    Found find(Connection connection, String namespace, List<FileRecord> rows) throws SQLException {
        Set<Identity> told = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (FileRecord row : rows) {
            try {
                Called called = called(namespace, row);
                called.ours().ifPresentOrElse(ids::add, () -> told.add(called.name()));
            } catch (Failure nobody) {
                // The row itself is refused when its customer is asked for.
            }
        }
        var found = new Found(namespace);
        found.byName.putAll(names.find(connection, told));
        found.byId.putAll(names.present(connection, ids));
        return found;
    }

    private static Called called(String namespace, FileRecord row) {
        String number = row.text(NUMBER);
        String identity = row.text(IDENTITY);
        if (number.isEmpty() == identity.isEmpty()) {
            throw Failure.invalid(
                    NUMBER.label(),
                    number.isEmpty() ? "is missing; give it or an identity" : "is given beside an identity; give one");
        }
        return number.isEmpty()
                ? new Called(IDENTITY, Identity.parse(IDENTITY.label(), identity))
                : new Called(NUMBER, new Identity(namespace, number));
    }
}
