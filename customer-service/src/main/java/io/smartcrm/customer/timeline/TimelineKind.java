package io.smartcrm.customer.timeline;

/** What a timeline is made of, and how each is read: newest first from its index, no more than a page of it. */
enum TimelineKind {
    ORDER("""
        select 'ORDER' as kind, id, order_time as time, kind as type, channel, number as title,
            cast(null as bytea) as subject, total, currency, '' as direction, '' as delivery_state
        from sales_order where customer_id = ?\
        """, "order_time"),
    CASE("""
        select 'CASE' as kind, id, open_time as time, status as type, channel, '' as title, subject,
            cast(null as numeric) as total, cast(null as text) as currency, '' as direction, '' as delivery_state
        from support_case where customer_id = ?\
        """, "open_time"),
    INTERACTION("""
        select 'INTERACTION' as kind, id, occur_time as time, type, channel, name as title,
            cast(null as bytea) as subject, cast(null as numeric) as total, cast(null as text) as currency, direction,
            coalesce(delivery_state, '') as delivery_state
        from interaction where customer_id = ?\
        """, "occur_time");

    private final String select;
    private final String time;

    TimelineKind(String select, String time) {
        this.select = select;
        this.time = time;
    }

    /** With the customer as its only parameter, or else the customer and the position after which it goes on. */
    String branch(boolean goesOn) {
        return "(" + select + (goesOn ? " and (" + time + ", id) < (?, ?)" : "") + " order by " + time
                + " desc, id desc limit ?)";
    }
}
