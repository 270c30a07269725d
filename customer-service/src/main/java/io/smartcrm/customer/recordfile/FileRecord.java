package io.smartcrm.customer.recordfile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row whose values are what their fields say; what is absent is left out.
 *
 * @param line of the file where it begins
 * @param values by the label of their field
 */
public record FileRecord(long line, Map<String, Object> values) {
    public FileRecord {
        values = Map.copyOf(values);
    }

    /** Empty when absent. */
    public String text(FileField field) {
        return values.get(field.label()) instanceof String text ? text : "";
    }

    public Optional<Instant> time(FileField field) {
        return values.get(field.label()) instanceof Instant time ? Optional.of(time) : Optional.empty();
    }

    public Optional<BigDecimal> decimal(FileField field) {
        return values.get(field.label()) instanceof BigDecimal decimal ? Optional.of(decimal) : Optional.empty();
    }

    public Optional<Long> count(FileField field) {
        return values.get(field.label()) instanceof Long count ? Optional.of(count) : Optional.empty();
    }

    public List<String> words(FileField field) {
        return values.get(field.label()) instanceof List<?> words
                ? words.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The texts of a family of fields, by what follows the dot. */
    public Map<String, String> family(FileField family) {
        String start = family.label() + ".";
        Map<String, String> members = new HashMap<>();
        values.forEach((label, value) -> {
            if (label.startsWith(start)) {
                members.put(label.substring(start.length()), String.valueOf(value));
            }
        });
        return members;
    }

    /** A refusal of this row for what stands in a field. */
    public RejectedRow rejected(String label, String reason) {
        return new RejectedRow(line, label, values.containsKey(label) ? String.valueOf(values.get(label)) : "", reason);
    }

    /** A refusal of this row. */
    public RejectedRow rejected(FileField field, String value, String reason) {
        return new RejectedRow(line, field.label(), value, reason);
    }
}
