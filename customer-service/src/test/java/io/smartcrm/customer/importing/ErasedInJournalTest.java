package io.smartcrm.customer.importing;

import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.privacy.Anonymisations;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportEntity;
import io.smartcrm.proto.customer.v1.PrivacyServiceGrpc;
import io.smartcrm.proto.customer.v1.RequestErasureRequest;
import io.smartcrm.proto.customer.v1.UploadHeader;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What imports remember of people who were forgotten since. */
@QuarkusTest
class ErasedInJournalTest {
    private static final UploadHeader CUSTOMERS = ImportCalls.header(
            ImportEntity.IMPORT_ENTITY_CUSTOMERS, Map.of("customerId", "id", "name", "name", "country", "country"));
    private static final UploadHeader CASES = ImportCalls.header(
            ImportEntity.IMPORT_ENTITY_CASES,
            Map.of("caseNumber", "nr", "customerId", "id", "subject", "subject", "openTime", "opened"));

    @Inject
    AgroalDataSource database;

    @Inject
    Anonymisations anonymisations;

    private Calls calls;
    private ImportCalls imports;
    private Shelf shelf;

    @BeforeEach
    void connect() {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
        shelf = new Shelf(database);
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void whoWasErasedDoesNotComeBackWithAnEarlierImport() throws Exception {
        // Given
        Import first = customer("Ada", "FR");
        Import second = customer("Ada L.", "DE");
        imports.awaitEnd(imports.upload(CASES, subject("Broken")));
        Import changed = imports.awaitEnd(imports.upload(CASES, subject("Very broken")));
        String ada = createdBy(first);
        erase(ada);
        String remembered = shelf.text("select count(*) from import_change where before ?| array['name', 'subject']"
                + " and import_id in ('" + second.getId() + "', '" + changed.getId() + "')");

        // When
        Import cases = imports.revert(changed.getId());
        Import customers = imports.revert(second.getId());

        // Then
        assertThat(remembered).isEqualTo("0");
        assertThat(cases.getRevertedRecords()).isZero();
        assertThat(cases.getKeptRecords()).isEqualTo(1);
        assertThat(customers.getRevertedRecords()).isZero();
        assertThat(customers.getKeptRecords()).isEqualTo(1);
        assertThat(shelf.text("select count(*) from customer where id = '" + ada + "'"))
                .isEqualTo("0");
        assertThat(shelf.text("select count(*) from data_key where customer_id = '" + ada + "'"))
                .isEqualTo("0");
        assertThat(shelf.text("select count(*) from support_case where customer_id = '" + ada + "'"))
                .isEqualTo("0");
    }

    @Test
    void anOrderThatWasOnceOfAnErasedCustomerComesBackWithoutOne() throws Exception {
        // Given
        imports.uploadAndAwait(csv(shelf.line("customer", "ada", "qty", "1")));
        Import corrected = imports.uploadAndAwait(csv(shelf.line("customer", "bob", "qty", "2")));
        String ada = shelf.text("select before ->> 'customer_id' from import_change where kind = 'sales_order'"
                + " and import_id = '" + corrected.getId() + "' and before is not null");
        erase(ada);

        // When
        Import reverted = imports.revert(corrected.getId());

        // Then
        assertThat(reverted.getRevertedRecords()).isPositive();
        assertThat(shelf.text("select concat_ws(' ', total::float8, customer_id) from sales_order"
                        + " where country = '%1$s'"))
                .doesNotContain(ada)
                .doesNotContain(" ");
    }

    @Test
    void whoWasAnonymisedDoesNotGetTheNameBack() throws Exception {
        // Given
        Import first = customer("Ada", "FR");
        Import second = customer("Ada L.", "DE");
        String ada = createdBy(first);

        // When
        anonymise(ada);
        String remembered =
                shelf.text("select count(*) from import_change where record_id = '" + ada + "' and before ? 'name'");
        Import reverted = imports.revert(second.getId());

        // Then
        assertThat(reverted.getKeptRecords()).isEqualTo(1);
        assertThat(shelf.text("select concat_ws(' ', name, country) from customer where id = '" + ada + "'"))
                .isEqualTo("DE");
        assertThat(remembered).isEqualTo("0");
    }

    private Import customer(String name, String country) {
        return imports.awaitEnd(imports.upload(
                CUSTOMERS,
                "id;name;country\n%s1;%s;%s\n"
                        .formatted(shelf.name(), name, country)
                        .getBytes(UTF_8)));
    }

    private byte[] subject(String subject) {
        return "nr;id;subject;opened\n%1$sc;%1$s1;%2$s;2026-01-01\n"
                .formatted(shelf.name(), subject)
                .getBytes(UTF_8);
    }

    private String createdBy(Import job) throws Exception {
        return shelf.text(
                "select record_id from import_change where kind = 'customer' and import_id = '" + job.getId() + "'");
    }

    private void anonymise(String customer) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            anonymisations.anonymise(connection, List.of(UUID.fromString(customer)), "test", "test");
            connection.commit();
        }
    }

    private void erase(String customer) {
        PrivacyServiceGrpc.newBlockingStub(calls.as("root", "admin"))
                .requestErasure(RequestErasureRequest.newBuilder()
                        .setCustomerId(customer)
                        .setReason("request of the person")
                        .build());
    }
}
