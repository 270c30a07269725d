package io.smartcrm.gateway.audit;

import static io.smartcrm.gateway.http.Roles.ADMIN;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.audit.AuditViews.AnchorView;
import io.smartcrm.gateway.audit.AuditViews.EntryView;
import io.smartcrm.gateway.audit.AuditViews.VerificationView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "Audit")
class AuditResource {
    private final AuditClient audit;

    AuditResource(AuditClient audit) {
        this.audit = audit;
    }

    @GET
    @Path("/audit-entries")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "List who read or changed personal data, newest first",
            description = "The header X-Purpose of any request says why it is made; the entry keeps it.")
    public Uni<Page<EntryView>> list(
            @RestQuery @Nullable String userName,
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String rpc,
            @RestQuery @Nullable String fromTime,
            @RestQuery @Nullable String untilTime,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        var question = new AuditClient.Question(
                Parameters.text(userName),
                Parameters.text(customerId),
                Parameters.text(rpc),
                Parameters.text(fromTime),
                Parameters.text(untilTime));
        return audit.list(question, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/audit-verification")
    @RolesAllowed(ADMIN)
    @Operation(
            summary = "Prove a part of the audit log",
            description = "Walks the chain of hashes and names the first entry that does not hold. knownSequence and "
                    + "knownHash are a state of the chain that you kept: it must still be part of it.")
    public Uni<VerificationView> verify(
            @RestQuery @Nullable String fromSequence,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String knownSequence,
            @RestQuery @Nullable String knownHash) {
        return audit.verify(
                Parameters.whole("fromSequence", fromSequence),
                Parameters.whole("limit", limit),
                Parameters.whole("knownSequence", knownSequence),
                Parameters.text(knownHash));
    }

    @GET
    @Path("/audit-anchors")
    @RolesAllowed(ADMIN)
    @Operation(summary = "List the states that the audit log was anchored in, newest first")
    public Uni<Page<AnchorView>> anchors(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return audit.anchors(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }
}
