package io.smartcrm.gateway.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** A ZIP in the making: what is added comes out as bytes at once, so that only one record is in memory. */
final class PersonalDataZip {
    private static final byte[] COMMA = ",\n".getBytes(UTF_8);

    private final ObjectMapper json;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8);
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private String open = "";

    PersonalDataZip(ObjectMapper json) {
        this.json = json;
    }

    /** @param record null when the part holds nothing */
    byte[] add(String service, String part, @Nullable Map<String, @Nullable Object> record) {
        try {
            String file = service + "/" + part + ".json";
            if (!file.equals(open)) {
                close();
                zip.putNextEntry(new ZipEntry(file));
                zip.write('[');
                open = file;
                counts.put(file, 0);
            }
            if (record != null) {
                if (counts.merge(file, 1, Integer::sum) > 1) {
                    zip.write(COMMA);
                }
                zip.write(json.writeValueAsBytes(record));
            }
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory refused a record", impossible);
        }
    }

    byte[] finish(String customerId) {
        try {
            close();
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(json.writeValueAsBytes(Map.of(
                    "customerId",
                    customerId,
                    "createTime",
                    Clock.systemUTC().instant().toString(),
                    "records",
                    counts)));
            zip.closeEntry();
            zip.close();
            return taken();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory refused the end", impossible);
        }
    }

    private void close() throws IOException {
        if (!open.isEmpty()) {
            zip.write(']');
            zip.closeEntry();
        }
    }

    private byte[] taken() {
        byte[] taken = bytes.toByteArray();
        bytes.reset();
        return taken;
    }
}
