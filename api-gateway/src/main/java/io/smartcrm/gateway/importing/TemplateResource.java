package io.smartcrm.gateway.importing;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/import-templates")
@Tag(name = "Imports")
class TemplateResource {
    private final TemplateClient templates;

    TemplateResource(TemplateClient templates) {
        this.templates = templates;
    }

    @POST
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(201)
    @APIResponseSchema(value = TemplateView.class, responseCode = "201", responseDescription = "Kept")
    @Operation(summary = "Keep a mapping under a name")
    public Uni<RestResponse<TemplateView>> create(
            @Nullable TemplateWish wish, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return templates
                .create(Parameters.body(wish), IdempotencyKey.required(idempotencyKey))
                .map(made -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, made)
                        .location(URI.create("/api/v1/import-templates/" + made.name()))
                        .header(HttpHeaders.ETAG, ETags.quoted(made.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List templates by name")
    public Uni<Page<TemplateView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return templates.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{template}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @APIResponseSchema(TemplateView.class)
    @Operation(summary = "Read a template", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<TemplateView>> get(@RestPath String template) {
        return templates.get(template).map(TemplateResource::versioned);
    }

    @PUT
    @Path("/{template}")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @APIResponseSchema(TemplateView.class)
    @Operation(
            summary = "Replace a template",
            description =
                    "If-Match must be the ETag of the version last read. Imports that used it keep their mapping.")
    public Uni<RestResponse<TemplateView>> replace(
            @RestPath String template,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable TemplateWish wish) {
        return templates
                .replace(template, ETags.required(ifMatch), Parameters.body(wish))
                .map(TemplateResource::versioned);
    }

    @DELETE
    @Path("/{template}")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(204)
    @Operation(summary = "Delete a template", description = "If-Match must be the ETag of the version last read.")
    public Uni<Void> delete(@RestPath String template, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return templates.delete(template, ETags.required(ifMatch));
    }

    private static RestResponse<TemplateView> versioned(TemplateView template) {
        return RestResponse.ResponseBuilder.ok(template)
                .header(HttpHeaders.ETAG, ETags.quoted(template.etag()))
                .build();
    }
}
