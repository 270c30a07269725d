package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.EMAIL;
import static io.smartcrm.customer.recordfile.FileField.Type.NAME;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import io.smartcrm.customer.profile.CustomerBulk;
import io.smartcrm.customer.profile.CustomerSighting;
import io.smartcrm.customer.profile.Identity;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.customer.recordfile.FileShape;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Customers: what a row tells replaces what was known; what it leaves empty stays. */
@ApplicationScoped
class CustomerImport extends RecordImport {
    private static final FileField ID = required(
            "customerId", NAME, 200, "customerno", "customernumber", "customer", "id", "userid", "externalid", "code");
    private static final FileField CUSTOMER_NAME =
            optional("name", TEXT, 200, "fullname", "customername", "displayname", "company");
    private static final FileField CUSTOMER_EMAIL =
            optional("email", EMAIL, 254, "emailaddress", "mail", "customeremail");
    private static final FileField PHONE = optional("phone", TEXT, 40, "phonenumber", "telephone", "mobile", "tel");
    private static final FileField COUNTRY = optional("country", TEXT, 60, "countrycode", "land");

    static final FileShape SHAPE = FileShape.of("customers", ID, CUSTOMER_NAME, CUSTOMER_EMAIL, PHONE, COUNTRY);

    private final CustomerBulk customers;

    CustomerImport(CustomerBulk customers) {
        this.customers = customers;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.CUSTOMERS;
    }

    @Override
    ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException {
        String namespace = job.mapping().customerNamespace();
        Map<String, CustomerSighting> sightings = new LinkedHashMap<>();
        List<RejectedRow> refused = new ArrayList<>();
        for (FileRecord row : records) {
            try {
                sightings.put(row.text(ID), sighting(namespace, row));
            } catch (Failure wrong) {
                refused.add(new RejectedRow(row.line(), "", row.text(ID), String.valueOf(wrong.getMessage())));
            }
        }
        Instant since = job.startTime().orElse(job.createTime());
        CustomerBulk.Result stored = customers.tell(connection, namespace, sightings.values(), since);
        Map<UUID, String> names = new HashMap<>();
        stored.ids().forEach((name, id) -> names.put(id, name));
        return new ImportBatch.Stored(Import.Result.NONE.of(stored.changed(), 0), refused, names);
    }

    private static CustomerSighting sighting(String namespace, FileRecord row) {
        return CustomerSighting.of(
                new Identity(namespace, row.text(ID)),
                row.text(CUSTOMER_NAME),
                row.text(CUSTOMER_EMAIL),
                row.text(PHONE),
                row.text(COUNTRY));
    }
}
