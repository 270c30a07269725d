package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wrong lines put between the right ones, each a spoilt copy of the right line after it. The right lines stay complete,
 * so an import that rejects every wrong line ends with the true sums. truth/dirt.csv names each wrong line.
 */
final class Dirt implements Closeable {
    private final double share;
    private final Dice dice;
    private final Optional<Rows> record;

    private Dirt(double share, long seed, Optional<Rows> record) {
        this.share = share;
        this.dice = Dice.of(seed, Purpose.DIRT);
        this.record = record;
    }

    /** @param share wrong lines for each right one, 0 to 0.5 */
    static Dirt of(double share, long seed, Path recordFile) throws IOException {
        return share > 0
                ? new Dirt(
                        share, seed, Optional.of(Rows.create(recordFile, List.of("line", "column", "value", "fault"))))
                : new Dirt(0, seed, Optional.empty());
    }

    void before(List<String> cells, Rows orders) {
        if (record.isEmpty() || !dice.chance(share)) {
            return;
        }
        Fault fault = Fault.values()[dice.below(Fault.values().length)];
        List<String> spoilt = new ArrayList<>(cells);
        int column = OrderFile.COLUMNS.indexOf(fault.column);
        if (fault == Fault.MISSING_COLUMNS) {
            spoilt.subList(column, spoilt.size()).clear();
        } else {
            spoilt.set(column, fault.value);
        }
        record.get().row(orders.lines() + 1, fault.column, fault.value, fault.name());
        orders.row(spoilt);
    }

    @Override
    public void close() throws IOException {
        if (record.isPresent()) {
            record.get().close();
        }
    }

    private enum Fault {
        BLANK_ORDER_NUMBER("order_number", ""),
        IMPOSSIBLE_DATE("order_time", "2025-02-30T10:00:00+01:00"),
        BLANK_TIME("order_time", ""),
        BLANK_PRODUCT("product_code", ""),
        QUANTITY_NOT_A_NUMBER("quantity", "two"),
        ZERO_QUANTITY("quantity", "0"),
        PRICE_NOT_A_NUMBER("unit_price", "12,3.4"),
        NEGATIVE_PRICE("unit_price", "-4.99"),
        UNKNOWN_CURRENCY("currency", "EURO"),
        MISSING_COLUMNS("quantity", "");

        private final String column;
        private final String value;

        Fault(String column, String value) {
            this.column = column;
            this.value = value;
        }
    }
}
