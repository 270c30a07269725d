package io.smartcrm.customer.attribute;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * An attribute that customers can have.
 *
 * @param indexed whether customers can be listed by it
 * @param maxLength characters of a TEXT
 * @param minimum the least NUMBER or DATE, or empty
 * @param maximum the greatest NUMBER or DATE, or empty
 * @param choices of an ENUMERATION
 */
public record AttributeDefinition(
        String name,
        AttributeType type,
        String description,
        boolean indexed,
        int maxLength,
        String minimum,
        String maximum,
        List<String> choices,
        Instant createTime,
        Instant updateTime,
        long version) {
    static final int DEFAULT_LENGTH = 500;
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MAX_CHOICES = 200;
    private static final int LONGEST_CHOICE = 100;
    private static final double EXACT_WHOLE = 1L << 53;
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");

    public AttributeDefinition {
        requireNonNull(type, "type is null");
        if (!NAME.matcher(name).matches()) {
            throw Failure.invalid(
                    "name", "'" + name + "' is not a lower-case letter followed by up to 39 letters, digits or _");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw Failure.invalid("description", "is longer than " + LONGEST_DESCRIPTION + " characters");
        }
        if (maxLength < 1 || maxLength > LONGEST_TEXT) {
            throw Failure.invalid("maxLength", maxLength + " is not between 1 and " + LONGEST_TEXT);
        }
        choices = List.copyOf(choices);
        checkChoices(type, choices);
        checkRange(type, minimum, maximum);
    }

    static AttributeDefinition create(
            String name,
            AttributeType type,
            String description,
            boolean indexed,
            int maxLength,
            String minimum,
            String maximum,
            List<String> choices,
            Instant now) {
        Instant time = now.truncatedTo(ChronoUnit.MICROS);
        return new AttributeDefinition(
                name,
                type,
                description,
                indexed,
                maxLength == 0 ? DEFAULT_LENGTH : maxLength,
                minimum,
                maximum,
                choices,
                time,
                time,
                1);
    }

    /** Changes with every write. */
    String etag() {
        return Long.toString(version);
    }

    /** This definition with the named parts of another one. */
    AttributeDefinition update(Set<String> fields, AttributeDefinition other, Instant now) {
        return new AttributeDefinition(
                name,
                type,
                fields.contains("description") ? other.description : description,
                fields.contains("indexed") ? other.indexed : indexed,
                fields.contains("max_length") ? other.maxLength : maxLength,
                fields.contains("minimum") ? other.minimum : minimum,
                fields.contains("maximum") ? other.maximum : maximum,
                fields.contains("choices") ? other.choices : choices,
                createTime,
                now.truncatedTo(ChronoUnit.MICROS),
                version + 1);
    }

    /**
     * The value as it is kept: a text, a boolean, or a number, whole where it can be.
     *
     * @throws Failure INVALID of {@code attributes.<name>} when it is of another type or outside the limits
     */
    public Object check(Object value) {
        return switch (type) {
            case TEXT -> checkText(value);
            case NUMBER -> checkNumber(value);
            case BOOLEAN -> {
                if (value instanceof Boolean) {
                    yield value;
                }
                throw wrongType(value);
            }
            case DATE -> checkDate(value);
            case ENUMERATION -> {
                if (value instanceof String choice && choices.contains(choice)) {
                    yield choice;
                }
                throw bad("'" + value + "' is none of " + choices);
            }
        };
    }

    private String checkText(Object value) {
        if (!(value instanceof String text)) {
            throw wrongType(value);
        }
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > maxLength) {
            throw bad("is " + length + " characters long, not 1 to " + maxLength);
        }
        if (text.chars().anyMatch(character -> Character.isISOControl(character) && character != '\n')) {
            throw bad("holds a control character");
        }
        return text;
    }

    private Object checkNumber(Object value) {
        if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            throw wrongType(value);
        }
        double exact = number.doubleValue();
        if (!minimum.isEmpty() && exact < new BigDecimal(minimum).doubleValue()) {
            throw bad(value + " is less than " + minimum);
        }
        if (!maximum.isEmpty() && exact > new BigDecimal(maximum).doubleValue()) {
            throw bad(value + " is more than " + maximum);
        }
        if (exact == Math.rint(exact) && Math.abs(exact) < EXACT_WHOLE) {
            return (long) exact;
        }
        return exact;
    }

    private String checkDate(Object value) {
        if (!(value instanceof String text)) {
            throw wrongType(value);
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (!minimum.isEmpty() && date.isBefore(LocalDate.parse(minimum))) {
                throw bad(text + " is before " + minimum);
            }
            if (!maximum.isEmpty() && date.isAfter(LocalDate.parse(maximum))) {
                throw bad(text + " is after " + maximum);
            }
            return date.toString();
        } catch (DateTimeParseException noDate) {
            throw wrongType(value);
        }
    }

    private Failure wrongType(Object value) {
        String shown = value instanceof String text ? "'" + text + "'" : String.valueOf(value);
        return bad(shown + " is not " + type.form());
    }

    private Failure bad(String detail) {
        return Failure.invalid("attributes." + name, detail);
    }

    private static void checkChoices(AttributeType type, List<String> choices) {
        if (type != AttributeType.ENUMERATION) {
            if (!choices.isEmpty()) {
                throw Failure.invalid("choices", "are for an ENUMERATION only");
            }
            return;
        }
        if (choices.isEmpty() || choices.size() > MAX_CHOICES) {
            throw Failure.invalid("choices", "an ENUMERATION has 1 to " + MAX_CHOICES + ", not " + choices.size());
        }
        if (new TreeSet<>(choices).size() < choices.size()) {
            throw Failure.invalid("choices", "one is given twice");
        }
        for (String choice : choices) {
            if (choice.isBlank()
                    || choice.length() > LONGEST_CHOICE
                    || choice.chars().anyMatch(Character::isISOControl)) {
                throw Failure.invalid(
                        "choices", "'" + choice + "' is not 1 to " + LONGEST_CHOICE + " printable characters");
            }
        }
    }

    private static void checkRange(AttributeType type, String minimum, String maximum) {
        if (type != AttributeType.NUMBER && type != AttributeType.DATE) {
            if (!minimum.isEmpty() || !maximum.isEmpty()) {
                throw Failure.invalid(minimum.isEmpty() ? "maximum" : "minimum", "is for a NUMBER or a DATE only");
            }
            return;
        }
        Comparable<?> least = limit(type, "minimum", minimum);
        Comparable<?> greatest = limit(type, "maximum", maximum);
        boolean crossed = (least instanceof BigDecimal number && greatest instanceof BigDecimal other)
                ? number.compareTo(other) > 0
                : (least instanceof LocalDate date && greatest instanceof LocalDate last && date.isAfter(last));
        if (crossed) {
            throw Failure.invalid("minimum", minimum + " is more than the maximum " + maximum);
        }
    }

    private static Comparable<?> limit(AttributeType type, String field, String text) {
        if (text.isEmpty()) {
            return "";
        }
        try {
            return type == AttributeType.NUMBER ? new BigDecimal(text) : LocalDate.parse(text);
        } catch (NumberFormatException | DateTimeParseException unreadable) {
            throw Failure.invalid(field, "'" + text + "' is not " + type.form());
        }
    }
}
