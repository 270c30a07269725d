package io.smartcrm.gateway.points;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.points.LedgerViews.LiabilityView;
import io.smartcrm.gateway.points.LedgerViews.VerificationView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/points-ledger")
@Tag(name = "Points")
class LedgerResource {
    private final PointsClient points;

    LedgerResource(PointsClient points) {
        this.points = points;
    }

    @GET
    @Path("/verification")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Prove that the ledger adds up",
            description =
                    "Entries of each transaction sum to zero; balances are the sums of their entries and lots, none is "
                            + "below zero; each key stands for a transaction. Reads the whole ledger.")
    public Uni<VerificationView> verify() {
        return points.verify();
    }

    @GET
    @Path("/liability")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "What the programme owes its customers, and how much of it will probably expire")
    public Uni<LiabilityView> liability() {
        return points.liability();
    }
}
