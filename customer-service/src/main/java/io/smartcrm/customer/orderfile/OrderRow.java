package io.smartcrm.customer.orderfile;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A row that is a line of an order; texts are stripped, absent ones empty.
 *
 * @param creditNote its order gives something back
 * @param quantity never zero; negative exactly in credit notes
 */
record OrderRow(
        long line,
        String orderNumber,
        boolean creditNote,
        Instant time,
        String customerId,
        String customerName,
        String customerEmail,
        String country,
        String productCode,
        String productName,
        String category,
        BigDecimal quantity,
        BigDecimal unitPrice,
        String currency,
        String refundOf)
        implements Row {}
