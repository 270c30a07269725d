package io.smartcrm.gateway.loyalty;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/customers/{id}/loyalty-assessment")
@Tag(name = "Loyalty")
class AssessmentResource {
    private final AssessmentClient assessments;

    AssessmentResource(AssessmentClient assessments) {
        this.assessments = assessments;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "Assess a customer's loyalty",
            description =
                    "RFM, value, lifecycle, satisfaction, tier and points in one index with reasons, and what to do "
                            + "next. What is not known is named. 404 for a customer who never bought.")
    public Uni<AssessmentView> assessment(@RestPath String id) {
        return assessments.assessment(id);
    }
}
