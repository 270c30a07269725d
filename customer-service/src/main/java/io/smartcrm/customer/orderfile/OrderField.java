package io.smartcrm.customer.orderfile;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a column of an order file can mean to us. */
public enum OrderField {
    ORDER_NUMBER("orderNumber", Need.REQUIRED, 100),
    ORDER_TIME("orderTime", Need.REQUIRED, 40),
    CUSTOMER_ID("customerId", Need.OPTIONAL, 200),
    CUSTOMER_NAME("customerName", Need.OPTIONAL, 200),
    CUSTOMER_EMAIL("customerEmail", Need.OPTIONAL, 254),
    COUNTRY("country", Need.OPTIONAL, 60),
    PRODUCT_CODE("productCode", Need.REQUIRED, 100),
    PRODUCT_NAME("productName", Need.OPTIONAL, 500),
    CATEGORY("category", Need.OPTIONAL, 500),
    QUANTITY("quantity", Need.REQUIRED, 40),
    UNIT_PRICE("unitPrice", Need.REQUIRED, 40),
    CURRENCY("currency", Need.OPTIONAL, 10),
    REFUND_OF("refundOf", Need.OPTIONAL, 100);

    private enum Need {
        REQUIRED,
        OPTIONAL
    }

    private final String label;
    private final Need need;
    private final int maxLength;

    OrderField(String label, Need need, int maxLength) {
        this.label = label;
        this.need = need;
        this.maxLength = maxLength;
    }

    /** The name that mappings use, e.g. {@code orderNumber}. */
    public String label() {
        return label;
    }

    boolean required() {
        return need == Need.REQUIRED;
    }

    /** Characters that a cell of it may have. */
    int maxLength() {
        return maxLength;
    }

    static Optional<OrderField> labelled(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(OrderField::label).collect(Collectors.joining(", "));
    }
}
