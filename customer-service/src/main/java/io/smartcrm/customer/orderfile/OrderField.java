package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.recordfile.FileField.Type.DECIMAL;
import static io.smartcrm.customer.recordfile.FileField.Type.EMAIL;
import static io.smartcrm.customer.recordfile.FileField.Type.NAME;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.optional;
import static io.smartcrm.customer.recordfile.FileField.required;

import io.smartcrm.customer.recordfile.FileField;
import io.smartcrm.customer.recordfile.FileShape;

/** What a row of an order file can tell. */
public final class OrderField {
    static final FileField ORDER_NUMBER = required(
            "orderNumber", TEXT, 100, "invoiceno", "invoice", "invoicenumber", "orderid", "orderno", "order", "number");
    static final FileField ORDER_TIME = required(
            "orderTime", TIME, 40, "invoicedate", "orderdate", "date", "time", "timestamp", "createdat", "purchasedat");
    static final FileField CUSTOMER_ID =
            optional("customerId", NAME, 200, "customerid", "customer", "customerno", "customernumber", "userid");
    static final FileField CUSTOMER_NAME = optional("customerName", TEXT, 200, "name", "fullname");
    static final FileField CUSTOMER_EMAIL = optional("customerEmail", EMAIL, 254, "email", "emailaddress", "mail");
    static final FileField COUNTRY = optional("country", TEXT, 60, "land", "countrycode", "shippingcountry");
    static final FileField PRODUCT_CODE = required(
            "productCode",
            TEXT,
            100,
            "stockcode",
            "sku",
            "product",
            "productid",
            "productno",
            "item",
            "itemid",
            "article");
    static final FileField PRODUCT_NAME =
            optional("productName", TEXT, 500, "description", "productdescription", "itemname", "title", "text");
    static final FileField CATEGORY = optional("category", TEXT, 500, "categorypath", "productcategory", "department");
    static final FileField QUANTITY = required("quantity", DECIMAL, 40, "qty", "count", "units", "amountordered");
    static final FileField UNIT_PRICE =
            required("unitPrice", DECIMAL, 40, "price", "itemprice", "unitcost", "priceeach");
    static final FileField CURRENCY = optional("currency", TEXT, 10, "currencycode", "cur");
    static final FileField REFUND_OF =
            optional("refundOf", TEXT, 100, "refund", "refundedorder", "returnof", "originalorder", "originalinvoice");

    public static final FileShape SHAPE = FileShape.of(
            "orders",
            ORDER_NUMBER,
            ORDER_TIME,
            CUSTOMER_ID,
            CUSTOMER_NAME,
            CUSTOMER_EMAIL,
            COUNTRY,
            PRODUCT_CODE,
            PRODUCT_NAME,
            CATEGORY,
            QUANTITY,
            UNIT_PRICE,
            CURRENCY,
            REFUND_OF);

    private OrderField() {}
}
