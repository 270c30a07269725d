package io.smartcrm.customer.segmentlanguage;

import static io.smartcrm.customer.segmentlanguage.Filter.BRAND;
import static io.smartcrm.customer.segmentlanguage.Filter.CATEGORY;
import static io.smartcrm.customer.segmentlanguage.Filter.CHANNEL;
import static io.smartcrm.customer.segmentlanguage.Filter.COUNTRY;
import static io.smartcrm.customer.segmentlanguage.Filter.DIRECTION;
import static io.smartcrm.customer.segmentlanguage.Filter.KIND;
import static io.smartcrm.customer.segmentlanguage.Filter.PRIORITY;
import static io.smartcrm.customer.segmentlanguage.Filter.PRODUCT;
import static io.smartcrm.customer.segmentlanguage.Filter.STATUS;
import static io.smartcrm.customer.segmentlanguage.Filter.TYPE;
import static io.smartcrm.customer.segmentlanguage.ValueType.AMOUNT;
import static io.smartcrm.customer.segmentlanguage.ValueType.NUMBER;
import static io.smartcrm.customer.segmentlanguage.ValueType.TEXT;
import static io.smartcrm.customer.segmentlanguage.ValueType.TIME;
import static io.smartcrm.customer.segmentlanguage.ValueType.TRUTH;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What can be asked of a customer. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of gives sets that nobody can change.
public enum Term {
    CUSTOMER_COUNTRY("country", TEXT, Subject.PROFILE, "ISO code where it could be recognised"),
    TEAM("team", TEXT, Subject.PROFILE, "the team that looks after the customer"),
    CREATED("created", TIME, Subject.PROFILE, "when the customer was recorded"),
    DAYS_SINCE_CREATED("days_since_created", NUMBER, Subject.PROFILE, "whole days since then"),
    HAS_EMAIL("has_email", TRUTH, Subject.PROFILE, "an e-mail address is recorded"),
    HAS_PHONE("has_phone", TRUTH, Subject.PROFILE, "a phone number is recorded"),
    TAG("tag", TRUTH, Subject.PROFILE, "carries the tag: tag('vip')"),
    /** Its type is that of the attribute's definition. */
    ATTRIBUTE("attribute", TEXT, Subject.PROFILE, "the value of a defined attribute: attribute.size"),

    ORDERS_COUNT(
            "orders.count",
            NUMBER,
            Subject.ORDERS,
            "sales that were not cancelled, or orders of another kind",
            CHANNEL,
            KIND,
            COUNTRY),
    ORDERS_SUM("orders.sum", AMOUNT, Subject.ORDERS, "their total in the currency compared", CHANNEL, KIND, COUNTRY),
    ORDERS_AVERAGE("orders.avg", AMOUNT, Subject.ORDERS, "total of one in the mean", CHANNEL, KIND, COUNTRY),
    ORDERS_FIRST("orders.first", TIME, Subject.ORDERS, "time of the first", CHANNEL, KIND, COUNTRY),
    ORDERS_LAST("orders.last", TIME, Subject.ORDERS, "time of the last", CHANNEL, KIND, COUNTRY),
    DAYS_SINCE_FIRST_ORDER(
            "orders.days_since_first", NUMBER, Subject.ORDERS, "whole days since then", CHANNEL, KIND, COUNTRY),
    DAYS_SINCE_LAST_ORDER(
            "orders.days_since_last", NUMBER, Subject.ORDERS, "whole days since then", CHANNEL, KIND, COUNTRY),
    REFUNDS_COUNT("refunds.count", NUMBER, Subject.ORDERS, "refunds", CHANNEL),
    REFUNDS_SUM("refunds.sum", AMOUNT, Subject.ORDERS, "what was given back, as a positive amount", CHANNEL),
    REFUNDS_RATE("refunds.rate", NUMBER, Subject.ORDERS, "refunds per sale, 0 without sales", CHANNEL),

    PRODUCTS_BOUGHT(
            "products.bought", TRUTH, Subject.PRODUCTS, "one of these was bought", CATEGORY, BRAND, PRODUCT, CHANNEL),
    PRODUCTS_COUNT("products.count", NUMBER, Subject.PRODUCTS, "different ones bought", CATEGORY, BRAND, CHANNEL),
    PRODUCTS_QUANTITY(
            "products.quantity", NUMBER, Subject.PRODUCTS, "pieces bought", CATEGORY, BRAND, PRODUCT, CHANNEL),

    CASES_COUNT("cases.count", NUMBER, Subject.CASES, "service cases opened", STATUS, PRIORITY, CHANNEL),
    CASES_OPEN("cases.open", NUMBER, Subject.CASES, "cases that are not resolved or closed", PRIORITY, CHANNEL),
    CASES_SATISFACTION("cases.satisfaction", NUMBER, Subject.CASES, "mean rating, 1 to 5", PRIORITY, CHANNEL),
    CASES_SENTIMENT("cases.sentiment", NUMBER, Subject.CASES, "mean tone of messages, -1 to 1", PRIORITY, CHANNEL),

    INTERACTIONS_COUNT("interactions.count", NUMBER, Subject.INTERACTIONS, "contacts", TYPE, CHANNEL, DIRECTION),
    INTERACTIONS_LAST("interactions.last", TIME, Subject.INTERACTIONS, "time of the last", TYPE, CHANNEL, DIRECTION),
    DAYS_SINCE_LAST_INTERACTION(
            "interactions.days_since_last",
            NUMBER,
            Subject.INTERACTIONS,
            "whole days since then",
            TYPE,
            CHANNEL,
            DIRECTION),

    CONSENT(
            "consent",
            TRUTH,
            Subject.CONSENT,
            "was given and still holds: consent.marketing(channel 'email')",
            CHANNEL);

    /** Where the facts are, and how dear reading them all is. */
    public enum Subject {
        PROFILE(5, 1),
        ORDERS(20, 2),
        PRODUCTS(60, 20),
        CASES(20, 2),
        INTERACTIONS(60, 5),
        CONSENT(20, 2);

        private final int scan;
        private final int clause;

        Subject(int scan, int clause) {
            this.scan = scan;
            this.clause = clause;
        }

        /** Once a segment. */
        int scanCost() {
            return scan;
        }

        /** Once a clause. */
        int clauseCost() {
            return clause;
        }
    }

    private final String label;
    private final ValueType type;
    private final Subject subject;
    private final String description;
    private final Set<Filter> filters;

    Term(String label, ValueType type, Subject subject, String description, Filter... filters) {
        this.label = label;
        this.type = type;
        this.subject = subject;
        this.description = description;
        this.filters = Set.of(filters);
    }

    static Optional<Term> of(String label) {
        return Arrays.stream(values()).filter(term -> term.label.equals(label)).findFirst();
    }

    public String label() {
        return label;
    }

    public ValueType type() {
        return type;
    }

    public Subject subject() {
        return subject;
    }

    public String description() {
        return description;
    }

    /** Whether it takes {@code last 90 days}, {@code since} and {@code before}. */
    public boolean windowed() {
        return subject != Subject.PROFILE && this != CONSENT && this != CASES_OPEN;
    }

    public boolean takes(Filter filter) {
        return filters.contains(filter) || (filter.isTime() && windowed());
    }

    /** Whether its first argument is a name: of a tag, an attribute, a purpose. */
    public boolean named() {
        return this == TAG || this == ATTRIBUTE || this == CONSENT;
    }

    /** Whether it counts the days that passed since something. */
    public boolean countsDays() {
        return this == DAYS_SINCE_CREATED
                || this == DAYS_SINCE_FIRST_ORDER
                || this == DAYS_SINCE_LAST_ORDER
                || this == DAYS_SINCE_LAST_INTERACTION;
    }
}
