package io.smartcrm.customer.analysis;

/** The statement that analyses a set of customers. */
final class AnalysisSql {
    /** Parameters: the ids of the customers; the present time. */
    static final String COMPUTE = """
        with sale as materialized (
            select id, customer_id, order_time, currency, total, channel
            from sales_order where customer_id = any (?) and kind = 'SALE' and state <> 'CANCELLED'
        ), line as materialized (
            select sale.customer_id, sale.id as order_id, sale.currency, l.quantity, l.unit_price,
                coalesce(l.discount, 0) as discount, coalesce(p.category_path, '{}') as category_path,
                coalesce(p.brand, '') as brand
            from sale join order_line l on l.order_id = sale.id left join product p on p.id = l.product_id
        ), named as (
            select customer_id, 'category' as kind, array_to_string(category_path, '/') as name
            from line where category_path <> '{}'
            union all select customer_id, 'brand', brand from line where brand <> ''
            union all select customer_id, 'channel', channel from sale where channel <> ''
            union all select customer_id, 'weekday', to_char(order_time at time zone 'UTC', 'ID') from sale
            union all select customer_id, 'hour', to_char(order_time at time zone 'UTC', 'HH24') from sale
        ), shared as (
            select customer_id, kind, name,
                count(*)::numeric / sum(count(*)) over (partition by customer_id, kind) as share,
                row_number() over (partition by customer_id, kind order by count(*) desc, name) as place
            from named group by customer_id, kind, name
        ), preferred as (
            select customer_id, kind,
                jsonb_agg(jsonb_build_object('name', name, 'share', round(share, 4)) order by place) as found
            from shared where place <= 5 group by customer_id, kind
        ), preference as (
            select customer_id, jsonb_object_agg(kind, found) as preferences from preferred group by customer_id
        ), money as (
            select customer_id, currency, count(*) as orders, sum(total) as total, round(avg(total), 2) as mean
            from sale group by customer_id, currency
        ), basket as (
            select customer_id,
                jsonb_agg(jsonb_build_object('currency', currency, 'mean', mean::text, 'orders', orders)
                    order by orders desc, currency) as baskets,
                (array_agg(currency order by orders desc, currency))[1] as main_currency,
                (array_agg(total order by orders desc, currency))[1] as main_total
            from money group by customer_id
        ), gap as (
            select customer_id, order_time, extract(epoch from order_time
                - lag(order_time) over (partition by customer_id order by order_time, id)) / 86400 as days
            from sale
        ), recent as (
            select customer_id, days, row_number() over (partition by customer_id order by order_time desc) as age
            from gap where days is not null
        ), cadence as (
            select customer_id, percentile_cont(0.5) within group (order by days) as median,
                case when count(*) >= 4 then avg(days) filter (where age <= 3) end as latest
            from recent group by customer_id
        ), size as (
            select customer_id, count(*) as lines, sum(quantity) as pieces,
                count(distinct order_id) filter (where discount > 0) as discounted
            from line group by customer_id
        ), level as (
            select line.customer_id, exp(avg(ln(line.unit_price::double precision / price.median))) as level
            from line join category_price price
                on price.category = line.category_path[1] and price.currency = line.currency
            where line.unit_price > 0 group by line.customer_id
        ), refund as (
            select o.customer_id, count(*) as refunds,
                -sum(o.total) filter (where o.currency = basket.main_currency) as refunded
            from sales_order o join basket using (customer_id) where o.kind = 'REFUND' group by o.customer_id
        ), tone as (
            select customer_id, avg(score) as score from case_sentiment
            where customer_id in (select customer_id from sale) group by customer_id
        ), told as (
            select customer_id, count(*) as orders, min(order_time) as first, max(order_time) as last,
                array_agg(distinct date_trunc('month', order_time at time zone 'UTC')::date) as months
            from sale group by customer_id
        )
        insert into customer_analysis (customer_id, order_count, first_order_time, last_order_time, preferences, baskets,
            price_level, cadence_days, cadence_change, lines_per_order, pieces_per_order, discount_share, refund_rate,
            refunded_share, case_sentiment, months, compute_time)
        select customer_id, orders, first, last, coalesce(preferences, '{}'), baskets,
            level, median, latest / nullif(median, 0), lines::double precision / orders, pieces / orders,
            discounted::double precision / orders, coalesce(refunds, 0)::double precision / orders,
            least(1, greatest(0, coalesce(refunded, 0) / nullif(main_total, 0))), tone.score, months, ?
        from told left join preference using (customer_id) left join basket using (customer_id)
            left join cadence using (customer_id) left join size using (customer_id) left join level using (customer_id)
            left join refund using (customer_id) left join tone using (customer_id)\
        """;

    private AnalysisSql() {}
}
