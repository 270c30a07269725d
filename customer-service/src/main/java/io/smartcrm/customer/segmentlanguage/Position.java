package io.smartcrm.customer.segmentlanguage;

/**
 * Where something stands in the text of a segment.
 *
 * @param line from 1
 * @param column in characters, from 1
 */
public record Position(int line, int column) {
    static final Position START = new Position(1, 1);

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
