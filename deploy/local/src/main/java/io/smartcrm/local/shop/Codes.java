package io.smartcrm.local.shop;

/** Numbers of customers, orders and products: a prefix and a number padded with zeros. */
final class Codes {
    private Codes() {}

    static String code(String prefix, long number, int digits) {
        String plain = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
