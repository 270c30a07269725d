package io.smartcrm.loyalty.programme;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.loyalty.v1.EarnedPart;
import io.smartcrm.proto.loyalty.v1.GetProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.GetProgrammeResponse;
import io.smartcrm.proto.loyalty.v1.ProgrammeService;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.PutProgrammeResponse;
import io.smartcrm.proto.loyalty.v1.SimulateEarningRequest;
import io.smartcrm.proto.loyalty.v1.SimulateEarningResponse;
import io.smartcrm.proto.loyalty.v1.SimulatedOrder;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The programme over gRPC. */
@GrpcService
class ProgrammeGrpc implements ProgrammeService {
    private static final long MAX_ORDER = 1_000_000_000_000L;

    private final Programmes programmes;
    private final Database database;
    private final Clock clock = Clock.systemUTC();

    ProgrammeGrpc(Programmes programmes, Database database) {
        this.programmes = programmes;
        this.database = database;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetProgrammeResponse> getProgramme(GetProgrammeRequest request) {
        return Uni.createFrom()
                .item(GetProgrammeResponse.newBuilder()
                        .setProgramme(ProgrammeMessagesGrpc.message(programmes.get()))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<PutProgrammeResponse> putProgramme(PutProgrammeRequest request) {
        var wanted = ProgrammeMessagesGrpc.programme(request.getProgramme());
        String etag = request.getProgramme().getEtag();
        var put = database.transaction(connection -> programmes.put(connection, etag, wanted));
        return Uni.createFrom()
                .item(PutProgrammeResponse.newBuilder()
                        .setProgramme(ProgrammeMessagesGrpc.message(put))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<SimulateEarningResponse> simulateEarning(SimulateEarningRequest request) {
        var order = request.getOrder();
        Optional<UUID> customer = order.getCustomerId().isEmpty()
                ? Optional.empty()
                : Optional.of(Fields.id("customerId", order.getCustomerId()));
        String currency = programmes.get().terms().currencyCode();
        var earned = programmes.simulate(customer, purchase(order, currency));
        var response = SimulateEarningResponse.newBuilder().setPoints(earned.points());
        earned.parts()
                .forEach(part -> response.addParts(
                        EarnedPart.newBuilder().setRule(part.rule()).setPoints(part.points())));
        return Uni.createFrom().item(response.build());
    }

    private Purchase purchase(SimulatedOrder order, String currency) {
        Instant time = order.hasOrderTime()
                ? Instant.ofEpochSecond(
                        order.getOrderTime().getSeconds(), order.getOrderTime().getNanos())
                : clock.instant();
        return new Purchase(
                time,
                currency,
                Fields.number("minorUnits", order.getMinorUnits(), 1, MAX_ORDER),
                order.getLinesList().stream()
                        .map(line -> new Purchase.Line(
                                Fields.id("lines.productId", line.getProductId()),
                                Fields.number("lines.minorUnits", line.getMinorUnits(), 0, MAX_ORDER)))
                        .toList(),
                order.getChannel(),
                Purchase.Buyer.NEW);
    }
}
