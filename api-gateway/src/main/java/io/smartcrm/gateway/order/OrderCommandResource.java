package io.smartcrm.gateway.order;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.order.OrderSteps.NewRefund;
import io.smartcrm.gateway.order.OrderSteps.NewState;
import io.smartcrm.gateway.order.OrderSteps.StateChanges;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "Orders")
class OrderCommandResource {
    private final OrderCommandClient orders;

    OrderCommandResource(OrderCommandClient orders) {
        this.orders = orders;
    }

    @POST
    @Path("/orders")
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = OrderUpsert.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(
            summary = "Tell of an order, for the first time or again",
            description = "The same number with the same content changes nothing, a newer sourceVersion corrects, an "
                    + "older one is ignored; then the answer is 200.")
    public Uni<RestResponse<OrderUpsert>> upsert(
            @Nullable NewOrder order, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return orders.upsert(Parameters.body(order), IdempotencyKey.required(idempotencyKey))
                .map(told -> told.outcome().equals("CREATED")
                        ? RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, told)
                                .location(location(told.order()))
                                .build()
                        : RestResponse.ok(told));
    }

    @POST
    @Path("/order-batches")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(
            summary = "Tell of up to 1,000 orders",
            description = "Each stands for itself; the answer says what became of each, in their order.")
    public Uni<OrderUpsert.Results> upsertAll(
            NewOrder.@Nullable Batch batch, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return orders.upsertAll(Parameters.body(batch), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/orders/{id}/state-changes")
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @Operation(
            summary = "Bring a sale to another state",
            description = "PLACED, PAID, SHIPPED, DELIVERED, RETURNED; steps may be left out. CANCELLED until it is "
                    + "shipped. A step that does not follow is 422.")
    public Uni<OrderView> changeState(
            @RestPath String id,
            @Nullable NewState next,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return orders.changeState(id, Parameters.body(next), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @Path("/orders/{id}/state-changes")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List the states that an order went through, oldest first")
    public Uni<StateChanges> stateChanges(@RestPath String id) {
        return orders.stateChanges(id);
    }

    @POST
    @Path("/orders/{id}/refunds")
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = OrderView.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(
            summary = "Give lines of a sale back",
            description = "Never more than is left of a line: a refund larger than its order is 422.")
    public Uni<RestResponse<OrderView>> refund(
            @RestPath String id,
            @Nullable NewRefund refund,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return orders.refund(id, Parameters.body(refund), IdempotencyKey.required(idempotencyKey))
                .map(order -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, order)
                        .location(location(order))
                        .build());
    }

    private static URI location(OrderView order) {
        return URI.create("/api/v1/orders/" + order.id());
    }
}
