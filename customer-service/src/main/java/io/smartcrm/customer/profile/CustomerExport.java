package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.attribute.AttributeSchema;
import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.ExportableList;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers as rows of a file. */
@ApplicationScoped
class CustomerExport implements ExportableList {
    private static final AttributeSchema NO_SCHEMA = new AttributeSchema(List.of());

    private final CustomerRecords records;
    private final ProfileSeal seal;

    CustomerExport(CustomerRecords records, ProfileSeal seal) {
        this.records = records;
        this.seal = seal;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "identities",
                "name",
                "email",
                "phone",
                "country",
                "team",
                "tags",
                "attributes",
                "createTime",
                "updateTime");
    }

    @Override
    public void check(String filter) {
        query(filter);
    }

    @Override
    public void write(Connection connection, String filter, Optional<List<String>> teams, RowWriter rows)
            throws SQLException, IOException {
        CustomerQuery query = query(filter);
        KeysetSelect listed =
                new CustomerSelect(query, query.facet(NO_SCHEMA), new VisibleTeams(teams), seal).statement();
        Cursor.read(connection, listed, row -> row.getObject("id", UUID.class), ids -> {
            Map<UUID, Customer> customers = records.find(connection, ids).stream()
                    .collect(toMap(customer -> customer.id().value(), Function.identity()));
            for (UUID id : ids) {
                Customer customer = customers.get(id);
                if (customer != null) {
                    rows.row(values(customer));
                }
            }
        });
    }

    private static CustomerQuery query(String filter) {
        var query = new CustomerQuery(
                ListFilter.parseAll(filter, CustomerFilter.class),
                CustomerQuery.Order.NEWEST_FIRST,
                Cursor.ALL,
                Optional.empty());
        if (query.needsSchema()) {
            throw Failure.invalid("filter", "an attribute cannot narrow an export; export the members of a segment");
        }
        query.from();
        query.before();
        return query;
    }

    private static List<@Nullable Object> values(Customer customer) {
        return Arrays.asList(
                customer.id().toString(),
                customer.identities().stream().map(Identity::toString).toList(),
                customer.profile().name(),
                customer.profile().email(),
                customer.profile().phone(),
                customer.profile().country(),
                customer.labels().team(),
                customer.labels().tags(),
                customer.labels().attributes(),
                customer.createTime(),
                customer.updateTime());
    }
}
