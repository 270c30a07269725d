package io.smartcrm.customer.vault;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateNoteRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DeleteNoteRequest;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetVaultRequest;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListNotesRequest;
import io.smartcrm.proto.customer.v1.NoteServiceGrpc;
import io.smartcrm.proto.customer.v1.RotateVaultKeyRequest;
import io.smartcrm.proto.customer.v1.VaultServiceGrpc;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

@QuarkusTest
class VaultGrpcTest {
    private final String canary = "canary" + UUID.randomUUID().toString().replace("-", "");

    @Inject
    AgroalDataSource database;

    private Calls calls;

    @BeforeEach
    void connect() {
        calls = new Calls();
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aRotationReachesAllKeysWhileEverythingStaysReadable() {
        // Given
        var vault = VaultServiceGrpc.newBlockingStub(calls.as("ann", "admin"));
        var customers = CustomerServiceGrpc.newBlockingStub(calls.as("ann", "admin"));
        var created = customers
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder().setName("Ada"))
                        .build())
                .getCustomer();
        int before =
                vault.getVault(GetVaultRequest.getDefaultInstance()).getVault().getKeyVersion();
        var request = RotateVaultKeyRequest.newBuilder().setRequestId(canary).build();

        // When
        var rotated = vault.rotateVaultKey(request);

        // Then
        assertThat(rotated.getVault().getKeyVersion()).isEqualTo(before + 1);
        assertThat(rotated.getVault().getKeyVersionsList()).contains(before, before + 1);
        assertThat(vault.rotateVaultKey(request)).isEqualTo(rotated);
        await().untilAsserted(() -> assertThat(vault.getVault(GetVaultRequest.getDefaultInstance())
                        .getVault()
                        .getWaitingCount())
                .isZero());
        var get = GetCustomerRequest.newBuilder().setId(created.getId()).build();
        assertThat(customers.getCustomer(get).getCustomer()).isEqualTo(created);
    }

    @Test
    void nothingOfAPersonIsInADumpOfTheTables() throws Exception {
        // Given
        var customers = CustomerServiceGrpc.newBlockingStub(calls.as("ann", "admin"));
        var notes = NoteServiceGrpc.newBlockingStub(calls.as("ann", "admin"));
        var request = CreateCustomerRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setCustomer(Customer.newBuilder()
                        .setName(canary)
                        .setEmail(canary + "@example.org")
                        .setPhone("+" + canary)
                        .addIdentities(
                                Identity.newBuilder().setNamespace("shop").setValue(canary)))
                .build();

        // When
        String id = customers.createCustomer(request).getCustomer().getId();
        notes.createNote(CreateNoteRequest.newBuilder()
                .setCustomerId(id)
                .setText(canary)
                .setRequestId(UUID.randomUUID().toString())
                .build());

        // Then
        assertThat(customers.createCustomer(request).getCustomer().getName()).isEqualTo(canary);
        String hex = HexFormat.of().formatHex(canary.getBytes(StandardCharsets.UTF_8));
        assertThat(dump()).contains(id).doesNotContain(canary).doesNotContain(hex);
    }

    @Test
    void notesAreReadNewestFirstAndDeletedByTheirAuthorOrAnAdmin() {
        // Given
        String id = CustomerServiceGrpc.newBlockingStub(calls.as("ann", "admin"))
                .createCustomer(CreateCustomerRequest.getDefaultInstance())
                .getCustomer()
                .getId();
        var agent = NoteServiceGrpc.newBlockingStub(calls.as("agnes", "agent"));
        var marketer = NoteServiceGrpc.newBlockingStub(calls.as("mark", "marketer"));
        List<io.smartcrm.proto.customer.v1.Note> written = new ArrayList<>();
        for (String text : List.of("first", "second", "third")) {
            var request = CreateNoteRequest.newBuilder().setCustomerId(id).setText(text);
            written.add(0, agent.createNote(request.build()).getNote());
        }
        var list = ListNotesRequest.newBuilder().setCustomerId(id).setPageSize(2);

        // When
        var first = agent.listNotes(list.build());

        // Then
        var rest = agent.listNotes(list.setPageToken(first.getNextPageToken()).build());
        assertThat(first.getNotesList()).isEqualTo(written.subList(0, 2));
        assertThat(rest.getNotesList()).isEqualTo(written.subList(2, 3));
        assertThat(written.get(0).getAuthor()).isEqualTo("agnes");
        var delete = DeleteNoteRequest.newBuilder()
                .setCustomerId(id)
                .setId(written.get(0).getId())
                .build();
        assertThat(failureOf(() -> marketer.deleteNote(delete)).reason()).isEqualTo("NOTE_OF_ANOTHER");
        agent.deleteNote(delete);
        assertThat(failureOf(() -> agent.deleteNote(delete)).reason()).isEqualTo("NOTE_NOT_FOUND");
        var blank =
                CreateNoteRequest.newBuilder().setCustomerId(id).setText(" ").build();
        assertThat(failureOf(() -> agent.createNote(blank)).getMessage()).contains("text");
        var nobody = CreateNoteRequest.newBuilder()
                .setCustomerId(UUID.randomUUID().toString())
                .setText("x")
                .build();
        assertThat(failureOf(() -> agent.createNote(nobody)).reason()).isEqualTo("CUSTOMER_NOT_FOUND");
    }

    private String dump() throws Exception {
        var dump = new ByteArrayOutputStream();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (var rows = statement.executeQuery("select relname from pg_class where relkind = 'r'"
                    + " and relnamespace = (select oid from pg_namespace where nspname = 'public')")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                copy.copyOut("copy " + table + " to stdout", dump);
            }
        }
        return dump.toString(StandardCharsets.UTF_8);
    }
}
