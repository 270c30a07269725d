package io.smartcrm.gateway.exporting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link ExistingExport} says. */
@ApplicationScoped
class ExistingExportFilter {
    private final ExportClient exports;

    ExistingExportFilter(ExportClient exports) {
        this.exports = exports;
    }

    @ServerRequestFilter
    @ExistingExport
    public Uni<Void> check(ContainerRequestContext request) {
        return exports.get(request.getUriInfo().getPathParameters().getFirst("id"))
                .replaceWithVoid();
    }
}
