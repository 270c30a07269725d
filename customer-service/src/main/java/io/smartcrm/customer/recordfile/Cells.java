package io.smartcrm.customer.recordfile;

/** One row of a file, before its values are looked at. */
public interface Cells {
    /** Of the file where the row begins. */
    long line();

    /** How many there are; zero when the row could not even be parted. */
    int count();

    /** Text of a cell; empty when absent. */
    String cell(int position);

    /** Why the row as a whole cannot be used; empty when it may. */
    default String fault() {
        return "";
    }

    /** What to show of a row that cannot be used. */
    default String sample() {
        return count() == 0 ? "" : cell(0);
    }
}
