package io.smartcrm.customer.profile;

import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.ListFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a page of customers. What is listed in the order of an index is read from one index, or for the teams of
 * an agent from one index a team; the rest is found by its code.
 */
final class CustomerSelect {
    private static final String OF_CUSTOMERS = "select " + CustomerRow.COLUMNS + " from customer";
    private static final String OF_FACETS = "select " + CustomerRow.COLUMNS
            + " from customer_facet facet join customer on customer.id = facet.customer_id";
    private static final String OF_IDENTITY =
            "customer.id = (select customer_id from customer_identity where namespace = ? and value_code = ?)";

    private final CustomerQuery query;
    private final Optional<String> facet;
    private final VisibleTeams visible;
    private final ProfileSeal seal;

    /** @param facet the filter of the query, if it is one of a tag or attribute */
    CustomerSelect(CustomerQuery query, Optional<String> facet, VisibleTeams visible, ProfileSeal seal) {
        this.query = query;
        this.facet = facet;
        this.visible = visible;
        this.seal = seal;
    }

    KeysetSelect statement() {
        List<String> teams = teams();
        if (teams.isEmpty()) {
            return branch(new KeysetSelect(source()), null);
        }
        if (teams.size() == 1) {
            return branch(new KeysetSelect(source()), teams.get(0));
        }
        var union = new KeysetSelect("(" + source());
        branch(union, teams.get(0));
        teams.stream().skip(1).forEach(team -> branch(union.then(") union all (" + source()), team));
        return union.then(")").page(order("create_time", "id"), query.size());
    }

    /** Those to read one by one; empty when they do not matter, or the rows are found without them. */
    private List<String> teams() {
        Optional<String> wanted = query.filter()
                .filter(filter -> filter.form() == CustomerFilter.TEAM)
                .map(ListFilter::value);
        if (wanted.isPresent()) {
            return wanted.stream().toList();
        }
        return isOrdered() ? visible.names().orElse(List.of()) : List.of();
    }

    private boolean isOrdered() {
        return query.filter()
                .map(filter -> switch (filter.form()) {
                    case COUNTRY, TAG, TEAM, ATTRIBUTE, CREATED_FROM, CREATED_BEFORE -> true;
                    case IDENTITY, EMAIL, PHONE, NAME -> false;
                })
                .orElse(true);
    }

    private KeysetSelect branch(KeysetSelect select, @Nullable String team) {
        String table = facet.isPresent() ? "facet" : "customer";
        String time = table + ".create_time";
        String id = facet.isPresent() ? "facet.customer_id" : "customer.id";
        facet.ifPresentOrElse(
                wanted -> select.where("facet.facet = ?", wanted), () -> select.where("customer.merged_into is null"));
        if (team != null) {
            select.where(table + ".team = ?", team);
        }
        if (team == null || !visible.include(team)) {
            visible.names()
                    .ifPresent(names -> select.where(
                            "customer.team = any (cast(? as text[]))", (Object) names.toArray(String[]::new)));
        }
        query.filter().ifPresent(filter -> narrow(select, filter));
        query.from().ifPresent(from -> select.where(time + " >= ?", from));
        query.before().ifPresent(before -> select.where(time + " < ?", before));
        query.after().ifPresent(last -> select.where(after(time, id), last.time(), last.id()));
        return select.page(order(time, id), query.size());
    }

    private void narrow(KeysetSelect select, ListFilter<CustomerFilter> filter) {
        String value = filter.value();
        switch (filter.form()) {
            case COUNTRY -> select.where("customer.country = ?", value);
            case EMAIL -> select.where("customer.email_code = ?", seal.emailCode(value));
            case PHONE -> select.where("customer.phone_code = ?", seal.phoneCode(value));
            case NAME ->
                select.where("customer.name_codes @> cast(? as bigint[])", (Object)
                        Arrays.stream(seal.soughtCodes(value)).boxed().toArray(Long[]::new));
            case IDENTITY -> {
                var identity = Identity.parse("filter", value);
                select.where(OF_IDENTITY, identity.namespace(), seal.identityCode(identity));
            }
            case TAG, ATTRIBUTE, TEAM, CREATED_FROM, CREATED_BEFORE -> {
                // Conditions of their own.
            }
        }
    }

    private String source() {
        return facet.isPresent() ? OF_FACETS : OF_CUSTOMERS;
    }

    private String after(String time, String id) {
        return switch (query.order()) {
            case NEWEST_FIRST -> "(" + time + ", " + id + ") < (?, ?)";
            case OLDEST_FIRST -> "(" + time + ", " + id + ") > (?, ?)";
        };
    }

    private String order(String time, String id) {
        return switch (query.order()) {
            case NEWEST_FIRST -> time + " desc, " + id + " desc";
            case OLDEST_FIRST -> time + ", " + id;
        };
    }
}
