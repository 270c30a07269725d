package io.smartcrm.gateway.privacy;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;

import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/customers/{id}/personal-data")
@Tag(name = "Privacy")
class PersonalDataResource {
    private static final String ZIP = "application/zip";

    private final PersonalDataClient personalData;

    PersonalDataResource(PersonalDataClient personalData) {
        this.personalData = personalData;
    }

    @GET
    @Produces(ZIP)
    @RolesAllowed({ADMIN, AGENT})
    @APIResponse(
            responseCode = "200",
            description = "A JSON file for each part of each service, and manifest.json with their counts",
            content = @Content(mediaType = ZIP, schema = @Schema(implementation = String.class, format = "binary")))
    @Operation(
            summary = "Download everything that is held about a customer",
            description = "When a service does not answer, the ZIP breaks off: a readable one is complete.")
    public Multi<byte[]> personalData(@RestPath String id) {
        return RestMulti.fromMultiData(personalData.collect(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"personal-data.zip\"")
                .build();
    }
}
