package io.smartcrm.customer.orderfile;

/**
 * What a part of a file tells of a customer; of each text the first that is not empty.
 *
 * @param id in the mapping's namespace
 */
public record FileCustomer(String id, String name, String email, String country) {
    static FileCustomer of(OrderRow row) {
        return new FileCustomer(row.customerId(), row.customerName(), row.customerEmail(), row.country());
    }

    FileCustomer orElse(FileCustomer later) {
        return new FileCustomer(id, first(name, later.name), first(email, later.email), first(country, later.country));
    }

    static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
