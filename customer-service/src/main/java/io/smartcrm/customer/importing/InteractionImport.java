package io.smartcrm.customer.importing;

import static io.smartcrm.customer.recordfile.FileField.Type.CODE;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smartcrm.customer.interaction.DeliveryState;
import io.smartcrm.customer.interaction.Direction;
import io.smartcrm.customer.interaction.DraftForm;
import io.smartcrm.customer.interaction.InteractionDraft;
import io.smartcrm.customer.interaction.RecordResult;
import io.smartcrm.customer.interaction.Recording;
import io.smartcrm.customer.profile.Identity;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What customers and visitors did, and messages to them, as a source's archive tells it; each is stored once for ever. */
@ApplicationScoped
class InteractionImport extends RecordImport {
    private static final FileField MESSAGE = optional("messageId", TEXT, 200, "eventid", "uuid");
    private static final FileField VISITOR =
            optional("anonymousId", TEXT, 200, "visitorid", "deviceid", "clientid", "cookieid");
    private static final FileField TYPE = optional("type", TEXT, 60, "eventtype", "action");
    private static final FileField NAME = optional("name", TEXT, 200, "event", "eventname");
    private static final FileField CHANNEL = optional("channel", TEXT, 40, "medium");
    private static final FileField OCCURRED = required(
            "occurTime", TIME, 40, "timestamp", "eventtime", "occurredat", "originaltimestamp", "sentat", "time");
    private static final FileField DIRECTION = optional("direction", CODE, 10);
    private static final FileField DELIVERY = optional("deliveryState", CODE, 20, "deliverystatus");
    private static final FileField PRODUCT =
            optional("product", TEXT, 100, "productid", "productcode", "sku", "itemid", "item");
    private static final FileField PROPERTIES = optional("properties", TEXT, 32_768);

    static final FileShape SHAPE = new FileShape(
            "interactions",
            List.of(
                    MESSAGE,
                    RowCustomers.NUMBER,
                    RowCustomers.IDENTITY,
                    VISITOR,
                    TYPE,
                    NAME,
                    CHANNEL,
                    OCCURRED,
                    DIRECTION,
                    DELIVERY,
                    PRODUCT,
                    PROPERTIES),
            List.of(optional("properties", TEXT, 1_000)));

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Rows may be as long as their properties. */
    private static final int MOST_ROWS = 2_000;

    private final Recording recording;
    private final Clock clock = Clock.systemUTC();

    InteractionImport(Recording recording) {
        this.recording = recording;
    }

    @Override
    public ImportEntity entity() {
        return ImportEntity.INTERACTIONS;
    }

    @Override
    int mostRows() {
        return MOST_ROWS;
    }

    @Override
    ImportBatch.Stored store(Connection connection, Import job, List<FileRecord> records) throws SQLException {
        Instant now = clock.instant();
        List<FileRecord> rows = new ArrayList<>();
        List<InteractionDraft> drafts = new ArrayList<>();
        List<RejectedRow> refused = new ArrayList<>();
        for (FileRecord row : records) {
            try {
                drafts.add(draft(job.mapping().customerNamespace(), row, now));
                rows.add(row);
            } catch (Failure wrong) {
                refused.add(rejected(row, wrong));
            }
        }
        List<RecordResult> results = recording.recordHistory(connection, drafts);
        int stored = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof RecordResult.Rejected rejected) {
                refused.add(rows.get(i).rejected(rejected.field(), rejected.detail()));
            }
            stored += results.get(i) instanceof RecordResult.Accepted ? 1 : 0;
        }
        return new ImportBatch.Stored(Import.Result.ofInteractions(stored), refused, Map.of());
    }

    private static InteractionDraft draft(String namespace, FileRecord row, Instant now) {
        return new DraftForm()
                .messageId(row.text(MESSAGE))
                .userId(user(namespace, row))
                .anonymousId(row.text(VISITOR))
                .type(row.text(TYPE).toLowerCase(Locale.ROOT))
                .name(row.text(NAME))
                .channel(row.text(CHANNEL).toLowerCase(Locale.ROOT))
                .occurTime(row.time(OCCURRED).orElseThrow())
                .direction(constant(DIRECTION, row, Direction.values()))
                .deliveryState(constant(DELIVERY, row, DeliveryState.values()))
                .product(row.text(PRODUCT))
                .properties(properties(row))
                .checked(now);
    }

    /** As {@link DraftForm#userId} takes it; empty of a visitor alone. */
    private static String user(String namespace, FileRecord row) {
        String number = row.text(RowCustomers.NUMBER);
        String identity = row.text(RowCustomers.IDENTITY);
        if (!number.isEmpty() && !identity.isEmpty()) {
            throw Failure.invalid(RowCustomers.NUMBER.label(), "is given beside an identity; give one");
        }
        if (number.isEmpty() && identity.isEmpty() && row.text(VISITOR).isEmpty()) {
            throw Failure.invalid(RowCustomers.NUMBER.label(), "is missing; give it, an identity or an anonymousId");
        }
        if (!number.isEmpty()) {
            return namespace + ":" + number;
        }
        return identity.isEmpty()
                ? ""
                : Identity.parse(RowCustomers.IDENTITY.label(), identity).toString();
    }

    private static <E extends Enum<E>> @Nullable E constant(FileField field, FileRecord row, E[] constants) {
        String told = row.text(field);
        if (told.isEmpty()) {
            return null;
        }
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(told))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(field.label(), "is not one of " + Arrays.toString(constants)));
    }

    /** One cell of JSON, or columns of their own. */
    private static String properties(FileRecord row) {
        Map<String, String> columns = new TreeMap<>(row.family(PROPERTIES));
        String whole = row.text(PROPERTIES);
        if (columns.isEmpty()) {
            return whole;
        }
        if (!whole.isEmpty()) {
            throw Failure.invalid(PROPERTIES.label(), "are given beside columns of their own; map one of them");
        }
        try {
            return JSON.writeValueAsString(columns);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts are JSON", impossible);
        }
    }
}
