package io.smartcrm.local.shop;

/**
 * One product in an order.
 *
 * @param number 1 for the first line
 * @param unitPrice cents of EUR paid for a piece
 */
public record OrderLine(int number, Product product, int quantity, long unitPrice) {

    public OrderLine {
        if (quantity < 1) {
            throw new IllegalArgumentException("A line needs a quantity of 1 or more, not " + quantity);
        }
    }

    public long total() {
        return quantity * unitPrice;
    }
}
