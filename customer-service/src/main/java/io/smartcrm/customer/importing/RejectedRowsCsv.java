package io.smartcrm.customer.importing;

import io.smartcrm.customer.orderfile.RejectedRow;
import java.util.List;
import java.util.regex.Pattern;

/** Rejected rows as CSV (RFC 4180) that a spreadsheet can open without running a formula of the file's author. */
final class RejectedRowsCsv {
    static final String HEADER = "line,column,value,reason\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private RejectedRowsCsv() {}

    static String lines(List<RejectedRow> rows) {
        var lines = new StringBuilder();
        for (RejectedRow row : rows) {
            lines.append(row.line())
                    .append(',')
                    .append(cell(row.column()))
                    .append(',')
                    .append(cell(row.value()))
                    .append(',')
                    .append(cell(row.reason()))
                    .append("\r\n");
        }
        return lines.toString();
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
