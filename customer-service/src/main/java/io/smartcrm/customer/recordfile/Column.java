package io.smartcrm.customer.recordfile;

/**
 * Where the values of a field stand in a file.
 *
 * @param position of its cells; -1 when no column is mapped
 * @param name of the column; the field's label when no column is mapped
 */
public record Column(FileField field, int position, String name) {
    private static final int ABSENT = -1;

    static Column absent(FileField field) {
        return new Column(field, ABSENT, field.label());
    }

    public boolean mapped() {
        return position != ABSENT;
    }
}
