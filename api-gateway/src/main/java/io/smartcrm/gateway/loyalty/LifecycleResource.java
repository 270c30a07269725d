package io.smartcrm.gateway.loyalty;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/lifecycle-rates")
@Tag(name = "Loyalty")
class LifecycleResource {
    private final AssessmentClient assessments;

    LifecycleResource(AssessmentClient assessments) {
        this.assessments = assessments;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "How customers pass from one state of life to another",
            description = "Counts, shares and mean days, by living the lives of all customers again.")
    public Uni<LifecycleView> rates() {
        return assessments.rates();
    }
}
