package io.smartcrm.local.shop;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes the story of a shop into files, as it is told. */
final class ShopFiles implements ShopBooks, Closeable {
    private final OrderFile orders;
    private final Rows customers;
    private final Rows consents;
    private final Rows interactions;
    private final Rows cases;

    ShopFiles(Path folder, Dirt dirt) throws IOException {
        Files.createDirectories(folder);
        orders = new OrderFile(folder.resolve("orders.csv"), dirt);
        customers = Rows.create(
                folder.resolve("customers.csv"),
                List.of(
                        "customer_id",
                        "name",
                        "email",
                        "phone",
                        "country",
                        "city",
                        "language",
                        "currency",
                        "joined",
                        "source"));
        consents = Rows.create(
                folder.resolve("consents.csv"),
                List.of("customer_id", "purpose", "channel", "state", "time", "source"));
        interactions = Rows.create(folder.resolve("interactions.ndjson"));
        cases = Rows.create(folder.resolve("cases.ndjson"));
    }

    @Override
    public void customer(Person person) {
        Profile profile = person.profile();
        customers.row(
                profile.id(),
                profile.name(),
                profile.email(),
                profile.phone(),
                profile.country(),
                profile.city(),
                profile.language(),
                profile.currency(),
                Rows.time(profile.joined()),
                profile.source());
    }

    @Override
    public void consent(Consent consent) {
        consents.row(
                consent.customerId(),
                consent.purpose(),
                consent.channel(),
                consent.granted() ? "granted" : "denied",
                Rows.time(consent.time()),
                consent.source());
    }

    @Override
    public void sale(Sale sale) {
        orders.sale(sale);
    }

    @Override
    public void creditNote(CreditNote creditNote) {
        orders.creditNote(creditNote);
    }

    @Override
    public void interaction(Interaction interaction) {
        interactions.line(Json.of(Fields.of(
                "type", "track",
                "messageId", interaction.id(),
                "userId", interaction.customerId(),
                "event", interaction.event(),
                "timestamp", Rows.time(interaction.time().withOffsetSameInstant(ZoneOffset.UTC)),
                "properties", properties(interaction))));
    }

    @Override
    public void supportCase(SupportCase supportCase) {
        Map<String, Object> fields = Fields.of(
                "caseId", supportCase.id(),
                "customerId", supportCase.customerId(),
                "orderNumber", supportCase.orderNumber(),
                "topic", supportCase.topic(),
                "status", supportCase.status(),
                "priority", supportCase.priority(),
                "channel", supportCase.channel(),
                "openedTime", Rows.time(supportCase.opened()));
        supportCase.closed().ifPresent(time -> fields.put("closedTime", Rows.time(time)));
        supportCase.satisfaction().ifPresent(mark -> fields.put("satisfaction", mark));
        fields.put(
                "messages",
                supportCase.messages().stream()
                        .map(message -> Fields.of(
                                "time", Rows.time(message.time()), "from", message.from(), "text", message.text()))
                        .toList());
        cases.line(Json.of(fields));
    }

    @Override
    public void close() throws IOException {
        try (cases;
                interactions;
                consents;
                customers) {
            orders.close();
        }
    }

    private static Map<String, Object> properties(Interaction interaction) {
        if (interaction instanceof Interaction.Browsing browsing) {
            return Fields.of(
                    "product_id", browsing.product().code(),
                    "name", browsing.product().name(),
                    "category", browsing.product().category(),
                    "price", new BigDecimal(Rows.money(browsing.price())),
                    "currency", OrderFile.CURRENCY,
                    "session_id", browsing.session());
        }
        Interaction.Contact contact = (Interaction.Contact) interaction;
        return Fields.of("campaign_id", contact.campaign());
    }
}
