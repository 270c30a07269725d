package io.smartcrm.customer.audit;

import io.smartcrm.customer.audit.AuditEntry.Actor;
import io.smartcrm.customer.audit.AuditEntry.Deed;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class AuditEntryFixtures {
    private AuditEntryFixtures() {}

    static AuditEntry entry(int number) {
        return entry("user-" + number, List.of("agent"));
    }

    static AuditEntry entry(String user, List<String> roles) {
        var deed = new Deed(
                "smartcrm.customer.v1.CustomerService/GetCustomer", false, "customer", "", "", List.of(), "", 1);
        return new AuditEntry(
                TimeOrderedId.next(),
                Instant.parse("2026-03-04T05:06:07.123456789Z"),
                new Actor("subject", user, roles),
                deed,
                "",
                "OK",
                "",
                "request");
    }

    /** A chain of so many entries. */
    static List<ChainLink> chain(int length) {
        List<ChainLink> links = new ArrayList<>();
        String hash = ChainLink.BEFORE_THE_FIRST;
        for (int sequence = 1; sequence <= length; sequence++) {
            ChainLink link = ChainLink.after(hash, sequence, entry(sequence));
            links.add(link);
            hash = link.hash();
        }
        return links;
    }
}
