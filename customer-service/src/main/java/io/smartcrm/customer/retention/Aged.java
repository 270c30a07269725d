package io.smartcrm.customer.retention;

/**
 * Records of a kind that are too old.
 *
 * @param from a from-clause whose first table is {@code old} and whose one parameter is the time they are older than
 * @param id what a preview shows of them
 */
record Aged(String from, String id) {
    private static final String TOLD = "(select ?::timestamptz as before) as told ";
    /** Of a restricted customer everything stays: a claim may need it. */
    private static final String FREE = """

            and not exists (select from processing_limit where customer_id = old.customer_id and restricted)""";

    private static final Aged CUSTOMERS = new Aged("from customer old, " + TOLD + """
            where merged_into is null and create_time < before
            and not exists (select from sales_order where customer_id = old.id and order_time >= before)
            and not exists (select from interaction where customer_id = old.id and occur_time >= before)
            and not exists (select from support_case where customer_id = old.id and update_time >= before)
            and not exists (select from consent_record where customer_id = old.id and record_time >= before)
            and not exists (select from processing_limit where customer_id = old.id and restricted)""", "old.id");
    private static final Aged PERSONS = new Aged(CUSTOMERS.from + """

            and (anonymise_time is null or exists (select from data_key where customer_id = old.id))""", "old.id");
    /** The valid word stays, whatever its age. */
    private static final Aged REPLACED = new Aged("from consent_record old, " + TOLD + """
            where record_time < before and exists (
                select from consent valid
                where valid.customer_id = old.customer_id and valid.purpose = old.purpose
                    and valid.channel = old.channel and valid.effective_time > old.effective_time)""", "old.id");

    private static final Aged REJECTED = new Aged("from import_rejection old, " + TOLD + """
            where import_id in (select id from import_job where end_time < before)""", "distinct old.import_id");
    private static final Aged CASES = new Aged("from support_case old, " + TOLD + """
            where status = 'CLOSED' and update_time < before""" + FREE, "old.id");
    private static final Aged INTERACTIONS =
            new Aged("from interaction old, " + TOLD + "where occur_time < before" + FREE, "old.id");

    static Aged of(RetentionRule rule) {
        return switch (rule.kind()) {
            case INACTIVE_CUSTOMER ->
                switch (rule.action()) {
                    case ERASE -> CUSTOMERS;
                    case ANONYMISE -> PERSONS;
                };
            case CONSENT_RECORD -> REPLACED;
            case IMPORT_REJECTION -> REJECTED;
            case SUPPORT_CASE -> CASES;
            case INTERACTION -> INTERACTIONS;
        };
    }
}
