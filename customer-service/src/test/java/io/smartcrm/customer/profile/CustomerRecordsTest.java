package io.smartcrm.customer.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerRecordsTest {
    private static final Instant NOW = CustomerFixtures.NOW;
    private static final Profile ADA = new Profile("Ada Lovelace", "ada@example.org", "+44 20 7946 0000", "GB");
    private static final Labels VIP = new Labels(List.of("vip"), Map.of("size", "L", "weight", 3L), "north");

    @TempDir
    static Path folder;

    private SealedDatabase database;

    @BeforeAll
    void open() throws Exception {
        database = new SealedDatabase(folder, "latest");
    }

    @AfterEach
    void undo() throws Exception {
        database.connection.rollback();
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    @Test
    void whatIsSeenIsReadBackWhole() throws Exception {
        // Given
        UUID id = see("4711", ADA);

        // When
        var customer = one(id);

        // Then
        assertThat(customer.profile()).isEqualTo(ADA);
        assertThat(customer.identities()).containsExactly(new Identity("shop", "4711"));
        assertThat(see("4711", new Profile("Other", "", "", "FR"))).isEqualTo(id);
        assertThat(one(id)).isEqualTo(customer);
    }

    @Test
    void whatWasEmptyIsFilledInOnce() throws Exception {
        // Given
        UUID id = see("4711", new Profile("", "", "", "GB"));

        // When
        see("4711", ADA);

        // Then
        assertThat(one(id).profile()).isEqualTo(ADA);
        assertThat(one(id).version()).isEqualTo(2);
        assertThat(database.texts("select count(*) from outbox")).containsExactly("2");
    }

    @Test
    void nothingThatIdentifiesAPersonIsInTheTables() throws Exception {
        // Given
        UUID id = see("canary-number", ADA);
        see("other", new Profile("", "", "", "GB"));
        see("other", new Profile("Grace Hopper", "grace@example.org", "", ""));
        database.records.replace(database.connection, List.of(one(id).with(ADA, VIP, NOW)));

        // When
        String dump = database.dump();

        // Then
        assertThat(dump)
                .contains(id.toString(), "vip")
                .doesNotContainIgnoringCase(
                        "lovelace", "example.org", "7946 0000", "79460000", "canary-number", "grace", "hopper")
                .doesNotContain(hex("Lovelace"), hex("canary-number"), hex("grace@"));
    }

    @Test
    void labelsAndMergesAreStoredAndIndexed() throws Exception {
        // Given
        database.execute("insert into attribute_definition (name, type, indexed, create_time, update_time)"
                + " values ('size', 'TEXT', true, now(), now()), ('weight', 'NUMBER', false, now(), now())");
        UUID id = see("1", ADA);
        UUID other = see("2", ADA);
        String facets = "select facet || ' ' || team from customer_facet order by 1";

        // When
        database.records.replace(database.connection, List.of(one(id).with(ADA, VIP, NOW)));

        // Then
        assertThat(one(id).labels()).isEqualTo(VIP);
        assertThat(database.texts(facets)).containsExactly("attribute:size=L north", "tag:vip north");
        database.execute("update attribute_definition set indexed = true where name = 'weight'");
        assertThat(database.texts(facets))
                .containsExactly("attribute:size=L north", "attribute:weight=3 north", "tag:vip north");
        database.records.replace(
                database.connection, List.of(one(id).mergedInto(Optional.of(new CustomerId(other)), NOW)));
        assertThat(database.texts(facets)).isEmpty();
        assertThat(database.records.after(database.connection, new UUID(0, 0), 10))
                .extracting(customer -> customer.id().value())
                .containsExactly(other);
        database.records.replace(database.connection, List.of(one(id).mergedInto(Optional.empty(), NOW)));
        assertThat(database.texts(facets)).hasSize(3);
    }

    @Test
    void namesOfOtherSystemsMoveWithAMergeAndBack() throws Exception {
        // Given
        UUID from = see("1", ADA);
        UUID to = see("2", ADA);
        var before = List.of(one(from), one(to));

        // When
        var moved = database.holding.carryOver(database.connection, from, to);

        // Then
        assertThat(one(to).identities()).containsExactly(new Identity("shop", "1"), new Identity("shop", "2"));
        assertThat(one(from).identities()).isEmpty();
        assertThat(see("1", ADA)).isEqualTo(to);
        database.holding.bringBack(database.connection, from, to, moved);
        assertThat(List.of(one(from), one(to))).isEqualTo(before);
    }

    @Test
    void whoIsForgottenCannotBeReadFromWhatIsLeft() throws Exception {
        // Given
        UUID id = see("1", ADA);
        UUID merged = see("2", ADA);
        database.records.replace(
                database.connection, List.of(one(merged).mergedInto(Optional.of(new CustomerId(id)), NOW)));
        byte[] message = database.vault.key(database.connection, id).sealBytes("message", new byte[] {1});
        List<Map<String, Object>> exported = new ArrayList<>();
        database.holding.export(database.connection, id, exported::add);

        // When
        long erased = database.holding.erase(database.connection, id);

        // Then
        assertThat(exported).hasSize(2).allSatisfy(record -> assertThat(record).containsEntry("name", "Ada Lovelace"));
        assertThat(erased).isEqualTo(4);
        assertThat(message).isNotEmpty();
        assertThat(database.texts("select customer_id from data_key")).isEmpty();
        assertThatThrownBy(() -> database.vault.key(database.connection, id)).hasMessageContaining("no customer");
        assertThat(database.texts("select key from outbox where payload is null"))
                .containsExactlyInAnyOrder(id.toString(), merged.toString());
        assertThat(see("1", ADA)).isNotEqualTo(id);
    }

    @Test
    void customersThatWereStoredInPlainAreSealed() throws Exception {
        try (var old = new SealedDatabase(folder, "10")) {
            // Given
            UUID id = UUID.randomUUID();
            old.execute("insert into customer (id, name, email, phone, country, create_time, update_time) values ('"
                    + id + "', 'Ada Lovelace', 'ada@example.org', '', 'GB', now(), now())");
            old.execute("insert into customer_identity values ('shop', '4711', '" + id + "')");
            old.connection.commit();
            var plain = new PlainCustomers(old.connection, () -> old.vault);
            old.migrate("11");

            // When
            plain.seal();

            // Then
            assertThat(old.texts("select name_codes is not null from customer where email_code = ?::uuid"
                            .replace("?", "'" + old.seal.emailCode("ADA@example.org") + "'")))
                    .containsExactly("t");
            assertThat(old.records.find(old.connection, List.of(id)))
                    .singleElement()
                    .satisfies(customer -> {
                        assertThat(customer.profile())
                                .isEqualTo(new Profile("Ada Lovelace", "ada@example.org", "", "GB"));
                        assertThat(customer.identities()).containsExactly(new Identity("shop", "4711"));
                    });
        }
    }

    private UUID see(String value, Profile profile) throws Exception {
        var seen = database.bulk.see(
                database.connection, "shop", List.of(new CustomerSighting(new Identity("shop", value), profile)), NOW);
        return Optional.ofNullable(seen.ids().get(value)).orElseThrow();
    }

    private Customer one(UUID id) throws Exception {
        return database.records.find(database.connection, List.of(id)).get(0);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
