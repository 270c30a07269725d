package io.smartcrm.gateway.programme;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.programme.SimulationView.LineView;
import io.smartcrm.gateway.programme.SimulationView.OrderView;
import io.smartcrm.gateway.programme.SimulationView.PartView;
import io.smartcrm.proto.loyalty.v1.GetProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.ProgrammeServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.SimulateEarningRequest;
import io.smartcrm.proto.loyalty.v1.SimulatedLine;
import io.smartcrm.proto.loyalty.v1.SimulatedOrder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Asks loyalty-service for the programme. */
@ApplicationScoped
class ProgrammeClient {
    private final Calls calls;

    ProgrammeClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ProgrammeView> get() {
        return calls.read(
                        Service.LOYALTY,
                        ProgrammeServiceGrpc.getGetProgrammeMethod(),
                        GetProgrammeRequest.getDefaultInstance())
                .map(response -> ProgrammeMessage.view(response.getProgramme()));
    }

    Uni<ProgrammeView> put(String etag, ProgrammeView wanted) {
        var request = PutProgrammeRequest.newBuilder()
                .setProgramme(ProgrammeMessage.of(wanted).setEtag(etag))
                .build();
        return calls.change(Service.LOYALTY, ProgrammeServiceGrpc.getPutProgrammeMethod(), request)
                .map(response -> ProgrammeMessage.view(response.getProgramme()));
    }

    Uni<SimulationView> simulate(OrderView order) {
        var message = SimulatedOrder.newBuilder()
                .setCustomerId(text(order.customerId()))
                .setMinorUnits(Optional.ofNullable(order.minorUnits()).orElse(0L))
                .setChannel(text(order.channel()));
        if (order.orderTime() != null) {
            message.setOrderTime(Messages.timestamp(order.orderTime()));
        }
        for (LineView line : Optional.ofNullable(order.lines()).orElse(List.of())) {
            message.addLines(SimulatedLine.newBuilder()
                    .setProductId(text(line.productId()))
                    .setMinorUnits(Optional.ofNullable(line.minorUnits()).orElse(0L)));
        }
        var request = SimulateEarningRequest.newBuilder().setOrder(message).build();
        return calls.read(Service.LOYALTY, ProgrammeServiceGrpc.getSimulateEarningMethod(), request)
                .map(response -> new SimulationView(
                        response.getPoints(),
                        response.getPartsList().stream()
                                .map(part -> new PartView(part.getRule(), part.getPoints()))
                                .toList()));
    }
}
