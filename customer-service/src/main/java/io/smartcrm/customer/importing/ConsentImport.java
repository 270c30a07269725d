package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.CODE;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import io.smartcrm.customer.consent.ConsentWord;
import io.smartcrm.customer.consent.Consents;
import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileRecord;
import io.smartcrm.customer.recordfile.FileShape;
import io.smartcrm.customer.recordfile.RejectedRow;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What customers allowed and withdrew: each row is a word of the history, and the newest one counts whatever its row. */
@ApplicationScoped
class ConsentImport extends RecordImport {
    private static final FileField PURPOSE = required("purpose", TEXT, 40, "consentpurpose", "permission");
    private static final FileField CHANNEL = required("channel", TEXT, 40, "medium", "via");
    private static final FileField STATE = required("state", CODE, 20, "consent", "consentstate", "status");
    private static final FileField SAID = required(
            "effectiveTime", TIME, 40, "consenttime", "consentat", "effectiveat", "timestamp", "time", "at", "date");
    private static final FileField EXPIRES =
            optional("expireTime", TIME, 40, "expires", "expiresat", "expiry", "validuntil");
    private static final FileField SOURCE = optional("source", TEXT, 100, "origin", "form");
    private static final FileField TEXT_VERSION = optional("textVersion", TEXT, 100, "version", "policyversion");
    private static final FileField EVIDENCE = optional("evidence", TEXT, 200, "proof", "document", "reference");

    static final FileShape SHAPE = FileShape.of(
            "consents",
            RowCustomers.NUMBER,
            RowCustomers.IDENTITY,
            PURPOSE,
            CHANNEL,
            STATE,
            SAID,
            EXPIRES,
            SOURCE,
            TEXT_VERSION,
            EVIDENCE);

    private static final String DEFAULT_SOURCE = "import";
    /** Words are long, and the customers of a batch are locked. */
    private static final int MOST_ROWS = 10_000;

    private final Consents consents;
    private final RowCustomers customers;
    private final Clock clock = Clock.systemUTC();

    ConsentImport(Consents consents, RowCustomers customers) {
        this.consents = consents;
        this.customers = customers;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.CONSENTS;
    }

    @Override
    int mostRows() {
        return MOST_ROWS;
    }

    @Override
    ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException {
        Instant now = clock.instant();
        var found = customers.find(connection, job.mapping().customerNamespace(), records);
        Map<ConsentWord, List<FileRecord>> words = new LinkedHashMap<>();
        List<RejectedRow> refused = new ArrayList<>();
        for (FileRecord row : records) {
            try {
                words.computeIfAbsent(word(found.customer(row), row, now), any -> new ArrayList<>())
                        .add(row);
            } catch (Failure wrong) {
                refused.add(rejected(row, wrong));
            }
        }
        Consents.Taken taken = consents.take(connection, List.copyOf(words.keySet()));
        taken.refused()
                .forEach((word, wrong) ->
                        words.getOrDefault(word, List.of()).forEach(row -> refused.add(rejected(row, wrong))));
        return new ImportBatch.Stored(Import.Result.ofConsents(taken.recorded()), refused, Map.of());
    }

    private static ConsentWord word(UUID customer, FileRecord row, Instant now) {
        String source = row.text(SOURCE);
        return new ConsentWord(
                customer,
                row.text(PURPOSE).toLowerCase(Locale.ROOT),
                row.text(CHANNEL).toLowerCase(Locale.ROOT),
                switch (row.text(STATE)) {
                    case "GRANTED" -> ConsentWord.State.GRANTED;
                    case "WITHDRAWN" -> ConsentWord.State.WITHDRAWN;
                    default -> throw Failure.invalid(STATE.label(), "is neither GRANTED nor WITHDRAWN");
                },
                row.time(SAID).orElseThrow(),
                row.time(EXPIRES),
                source.isEmpty() ? DEFAULT_SOURCE : source,
                row.text(TEXT_VERSION),
                row.text(EVIDENCE),
                now);
    }
}
