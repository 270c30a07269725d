package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.CODE;
import static io.smartcrm.customer.recordfile.FileField.Type.COUNT;
import static io.smartcrm.customer.recordfile.FileField.Type.NAME;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.Type.WORDS;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import io.smartcrm.customer.profile.CustomerRecords;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.customer.recordfile.FileShape;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.customer.supportcase.CaseBulk;
import io.smartcrm.customer.supportcase.CaseReport;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Cases of another system, of customers that we know: what a row tells replaces what was told of the case before. */
@ApplicationScoped
class CaseImport extends RecordImport {
    private static final FileField NUMBER =
            required("caseNumber", NAME, 100, "ticketnumber", "ticketid", "caseid", "ticket", "case", "number", "id");
    private static final FileField CUSTOMER =
            required("customerId", NAME, 200, "customer", "customerno", "customernumber", "userid", "requesterid");
    private static final FileField SUBJECT = required("subject", TEXT, 300, "title", "topic", "summary");
    private static final FileField OPENED =
            required("openTime", TIME, 40, "opened", "openedat", "createtime", "createdat", "created", "date");
    private static final FileField STATUS = optional("status", CODE, 20, "state");
    private static final FileField PRIORITY = optional("priority", CODE, 20, "urgency");
    private static final FileField CHANNEL = optional("channel", TEXT, 40, "medium", "via");
    private static final FileField TAGS = optional("tags", WORDS, 1_100, "labels");
    private static final FileField ASSIGNEE = optional("assignee", TEXT, 100, "agent", "owner");
    private static final FileField RESPONDED =
            optional("firstResponseTime", TIME, 40, "firstresponse", "respondedat", "firstreplyat");
    private static final FileField RESOLVED =
            optional("resolveTime", TIME, 40, "resolved", "resolvedat", "closed", "closedat", "solvedat");
    private static final FileField SATISFACTION = optional("satisfaction", COUNT, 2, "rating", "csat", "score");
    private static final FileField MESSAGE = optional("text", TEXT, 10_000, "message", "body", "description");

    static final FileShape SHAPE = FileShape.of(
            "cases",
            NUMBER,
            CUSTOMER,
            SUBJECT,
            OPENED,
            STATUS,
            PRIORITY,
            CHANNEL,
            TAGS,
            ASSIGNEE,
            RESPONDED,
            RESOLVED,
            SATISFACTION,
            MESSAGE);

    private final CaseBulk cases;
    private final CustomerRecords customers;

    CaseImport(CaseBulk cases, CustomerRecords customers) {
        this.cases = cases;
        this.customers = customers;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.CASES;
    }

    @Override
    ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException {
        String namespace = job.mapping().customerNamespace();
        Map<String, UUID> known = customers.named(
                connection,
                namespace,
                records.stream().map(row -> row.text(CUSTOMER)).distinct().toList());
        Map<String, CaseReport> reports = new LinkedHashMap<>();
        Map<String, FileRecord> rows = new LinkedHashMap<>();
        List<RejectedRow> refused = new ArrayList<>();
        for (FileRecord row : records) {
            UUID customer = known.get(row.text(CUSTOMER));
            if (customer == null) {
                refused.add(
                        row.rejected(CUSTOMER, row.text(CUSTOMER), "is no customer of namespace '" + namespace + "'"));
                continue;
            }
            try {
                reports.put(row.text(NUMBER), report(namespace, customer, row));
                rows.put(row.text(NUMBER), row);
            } catch (Failure wrong) {
                refused.add(new RejectedRow(row.line(), "", row.text(NUMBER), String.valueOf(wrong.getMessage())));
            }
        }
        CaseBulk.Result stored = cases.tell(connection, reports.values());
        for (CaseReport stranger : stored.strangers()) {
            FileRecord row = rows.getOrDefault(stranger.number(), records.get(0));
            refused.add(row.rejected(CUSTOMER, row.text(CUSTOMER), "is not the customer whose case this is"));
        }
        return new ImportBatch.Stored(Import.Result.ofCases(stored.changed()), refused, Map.of());
    }

    private static CaseReport report(String namespace, UUID customer, FileRecord row) {
        String channel = row.text(CHANNEL).toLowerCase(Locale.ROOT);
        return new CaseReport(
                namespace,
                row.text(NUMBER),
                customer,
                row.text(STATUS),
                row.text(PRIORITY),
                channel.isEmpty() ? "import" : channel,
                row.text(SUBJECT),
                row.words(TAGS),
                row.text(ASSIGNEE),
                row.time(OPENED).orElseThrow(),
                row.time(RESPONDED),
                row.time(RESOLVED),
                Math.toIntExact(row.count(SATISFACTION).orElse(0L)),
                row.text(MESSAGE));
    }
}
