package io.smartcrm.gateway.order;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "Orders")
class OrderResource {
    static final String FILTERS = "filter is kind = \"SALE\", kind = \"REFUND\" or kind = \"ADJUSTMENT\".";

    private final OrderClient orders;

    OrderResource(OrderClient orders) {
        this.orders = orders;
    }

    @GET
    @Path("/orders")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List orders, newest first, without lines", description = FILTERS)
    public Uni<Page<OrderView>> list(
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return orders.list(
                "", Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }

    @GET
    @Path("/orders/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read an order with its lines")
    public Uni<OrderView> get(@RestPath String id) {
        return orders.get(id);
    }

    @GET
    @Path("/order-totals")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Sums of all orders per country and currency")
    public Uni<CountryTotals> totals() {
        return orders.totals();
    }
}
