package io.smartcrm.gateway.importing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** What {@link ExistingImport} says. */
@ApplicationScoped
class ExistingImportFilter {
    private final ImportClient imports;

    ExistingImportFilter(ImportClient imports) {
        this.imports = imports;
    }

    @ServerRequestFilter
    @ExistingImport
    public Uni<Void> check(ContainerRequestContext request) {
        return imports.get(request.getUriInfo().getPathParameters().getFirst("id"))
                .replaceWithVoid();
    }
}
