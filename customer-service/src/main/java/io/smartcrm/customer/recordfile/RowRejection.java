package io.smartcrm.customer.recordfile;

/** Leaves the reading of one row; without a stack trace, for there can be many. */
public final class RowRejection extends Exception {
    private static final long serialVersionUID = 1L;
    private final String column;
    private final String value;

    public RowRejection(String column, String value, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.value = value;
    }

    public RejectedRow of(Cells cells) {
        return new RejectedRow(cells.line(), column, value, String.valueOf(getMessage()));
    }
}
