package io.smartcrm.journey;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What a straight walk over an order file adds up to: the truth that the suite's answers must equal. */
final class OrderFileSums {
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final Set<String> customers = new HashSet<>();
    private final Set<String> sales = new HashSet<>();
    private final Set<String> refunds = new HashSet<>();
    private long rows;

    static OrderFileSums read(Path file, Charset encoding, Columns columns, Predicate<NamedCsvRecord> refund)
            throws IOException {
        var sums = new OrderFileSums();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, encoding)) {
            csv.forEach(row -> sums.add(row, columns, refund.test(row)));
        }
        return sums;
    }

    private void add(NamedCsvRecord row, Columns columns, boolean refund) {
        rows++;
        BigDecimal amount = new BigDecimal(row.getField(columns.quantity()))
                .multiply(new BigDecimal(row.getField(columns.price())));
        totals.merge(Countries.iso(row.getField(columns.country())), amount, BigDecimal::add);
        (refund ? refunds : sales).add(row.getField(columns.order()));
        String customer = row.getField(columns.customer());
        if (!customer.isEmpty()) {
            customers.add(customer);
        }
    }

    /** Sums of quantity * price in the currency's hundredth by country, rounded once. */
    Map<String, Long> hundredthsByCountry() {
        Map<String, Long> rounded = new TreeMap<>();
        totals.forEach((country, total) -> rounded.put(
                country,
                total.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact()));
        return rounded;
    }

    Set<String> customers() {
        return customers;
    }

    Set<String> sales() {
        return sales;
    }

    Set<String> refunds() {
        return refunds;
    }

    long rows() {
        return rows;
    }

    record Columns(String order, String customer, String country, String quantity, String price) {}
}
