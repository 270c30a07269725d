package io.smartcrm.gateway.product;

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

@Path("/api/v1/products")
@Tag(name = "Products")
class ProductResource {
    private final ProductClient products;

    ProductResource(ProductClient products) {
        this.products = products;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List products by code", description = "filter is code = \"85123A\" or category = \"Home\".")
    public Uni<Page<ProductView>> list(
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return products.list(
                Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read a product")
    public Uni<ProductView> get(@RestPath String id) {
        return products.get(id);
    }
}
