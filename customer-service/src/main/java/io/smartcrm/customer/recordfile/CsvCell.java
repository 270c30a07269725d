package io.smartcrm.customer.recordfile;

import java.util.regex.Pattern;

/** A value as a cell of CSV (RFC 4180) that a spreadsheet can open without running a formula of somebody else. */
public final class CsvCell {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private CsvCell() {}

    public static String of(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        return NEEDS_QUOTES.matcher(safe).find() ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
