package io.smartcrm.gateway.quality;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.datajob.AcceptedJob;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/quality-reports")
@Tag(name = "Data quality")
class QualityResource {
    private static final String LATEST = "latest";

    private final QualityClient quality;

    QualityResource(QualityClient quality) {
        this.quality = quality;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(202)
    @APIResponseSchema(value = DataJobView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(
            summary = "Measure the data now",
            description = "In the background; Location is the job. The report of the day is replaced.")
    public Uni<RestResponse<DataJobView>> start(@RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return quality.start(IdempotencyKey.required(idempotencyKey)).map(AcceptedJob::of);
    }

    @GET
    @Path("/{day}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Read how good the data was on a day, or the latest report")
    public Uni<QualityReportView> get(@RestPath String day) {
        return quality.report(day.equals(LATEST) ? "" : day);
    }

    @GET
    @Path("/trend")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Read one measure day by day, oldest first")
    public Uni<QualityTrend> trend(
            @RestQuery @Nullable String field,
            @RestQuery @Nullable String dimension,
            @RestQuery @Nullable String days) {
        return quality.trend(Parameters.text(field), Parameters.text(dimension), Parameters.whole("days", days));
    }
}
