package io.smartcrm.gateway.product;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.product.ProductView.PriceChangeView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/products")
@Tag(name = "Products")
class ProductResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final ProductClient products;

    ProductResource(ProductClient products) {
        this.products = products;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "List products by code",
            description = "filter is code = \"85123A\", category = \"Home\", category = \"Home / Kitchen\", "
                    + "brand = \"Acme\" or status = \"DISCONTINUED\".")
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
    @APIResponseSchema(ProductView.class)
    @Operation(summary = "Read a product", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<ProductView>> get(@RestPath String id) {
        return products.get(id).map(ProductResource::versioned);
    }

    @POST
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(201)
    @APIResponseSchema(value = ProductView.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(summary = "Record a product")
    public Uni<RestResponse<ProductView>> create(
            @Nullable NewProduct wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return products.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(product -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, product)
                        .location(URI.create("/api/v1/products/" + product.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(product.etag()))
                        .build());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed({ADMIN, INTEGRATOR})
    @APIResponseSchema(ProductView.class)
    @Operation(
            summary = "Change a product",
            description = "JSON Merge Patch: null empties a field or takes an entry away. "
                    + "If-Match must be the ETag of the version last read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = ProductPatch.Shape.class),
                            example = "{\"attributes\": {\"color\": \"red\", \"litres\": null}, "
                                    + "\"listPrice\": {\"currencyCode\": \"GBP\", \"minorUnits\": 1300}}"))
    public Uni<RestResponse<ProductView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ProductPatch patch) {
        return products.update(id, ETags.required(ifMatch), Parameters.body(patch))
                .map(ProductResource::versioned);
    }

    @GET
    @Path("/{id}/price-changes")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List the list prices that a product had, newest first")
    public Uni<Page<PriceChangeView>> priceChanges(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return products.priceChanges(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    private static RestResponse<ProductView> versioned(ProductView product) {
        return RestResponse.ResponseBuilder.ok(product)
                .header(HttpHeaders.ETAG, ETags.quoted(product.etag()))
                .build();
    }
}
