package io.smartcrm.customer.importing;

import io.smartcrm.customer.recordfile.CsvCell;
import io.smartcrm.customer.recordfile.RejectedRow;
import java.util.List;

/** Rejected rows as CSV. */
final class RejectedRowsCsv {
    static final String HEADER = "line,column,value,reason\r\n";

    private RejectedRowsCsv() {}

    static String lines(List<RejectedRow> rows) {
        var lines = new StringBuilder();
        for (RejectedRow row : rows) {
            lines.append(row.line())
                    .append(',')
                    .append(CsvCell.of(row.column()))
                    .append(',')
                    .append(CsvCell.of(row.value()))
                    .append(',')
                    .append(CsvCell.of(row.reason()))
                    .append("\r\n");
        }
        return lines.toString();
    }
}
