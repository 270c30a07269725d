package io.smartcrm.gateway.segment;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/segment-terms")
@Tag(name = "Segments")
class SegmentTermResource {
    private final SegmentClient segments;

    SegmentTermResource(SegmentClient segments) {
        this.segments = segments;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "List what definitions of segments can ask")
    public Uni<List<TermView>> terms() {
        return segments.terms();
    }
}
