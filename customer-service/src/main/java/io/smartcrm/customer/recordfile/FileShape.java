package io.smartcrm.customer.recordfile;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * What the rows of one kind of file can tell.
 *
 * @param name e.g. {@code orders}
 * @param families fields whose label goes on after a dot as the file's owner likes, e.g. {@code attributes.tier}
 */
public record FileShape(String name, List<FileField> fields, List<FileField> families) {
    private static final int MAX_LABEL = 100;

    public FileShape {
        fields = List.copyOf(fields);
        families = List.copyOf(families);
    }

    public static FileShape of(String name, FileField... fields) {
        return new FileShape(name, List.of(fields), List.of());
    }

    Optional<FileField> labelled(String label) {
        return fields.stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .or(() -> families.stream()
                        .filter(family -> label.length() <= MAX_LABEL
                                && label.length() > family.label().length() + 1
                                && label.startsWith(family.label() + "."))
                        .findFirst()
                        .map(family -> family.named(label)));
    }

    String labels() {
        return java.util.stream.Stream.concat(
                        fields.stream().map(FileField::label),
                        families.stream().map(family -> family.label() + ".<name>"))
                .collect(joining(", "));
    }
}
