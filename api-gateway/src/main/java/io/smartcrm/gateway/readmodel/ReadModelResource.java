package io.smartcrm.gateway.readmodel;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.PartOf;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.readmodel.ReadModels.ReadModelView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/read-models")
@Tag(name = "Operations")
class ReadModelResource {
    private final ReadModelClient readModels;

    ReadModelResource(ReadModelClient readModels) {
        this.readModels = readModels;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "How far every service has come with what it reads",
            description = "Services that do not answer are named in partial.")
    public Uni<ReadModels> get() {
        List<Uni<PartOf<ReadModelView>>> asked = Arrays.stream(Service.values())
                .map(service -> Calls.partOf("readModel", service, readModels.of(service)))
                .toList();
        return Uni.join().all(asked).andFailFast().map(ReadModelResource::joined);
    }

    private static ReadModels joined(List<PartOf<ReadModelView>> parts) {
        List<ReadModelView> services =
                parts.stream().flatMap(part -> part.answer().stream()).toList();
        boolean current = services.size() == parts.size() && services.stream().allMatch(ReadModelView::current);
        return new ReadModels(
                current,
                services,
                parts.stream().flatMap(part -> part.missing().stream()).toList());
    }
}
