package io.smartcrm.gateway.readmodel;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.readmodel.ReadModels.ReadModelView;
import io.smartcrm.gateway.readmodel.ReadModels.TopicView;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks any service how far it has come. */
@ApplicationScoped
class ReadModelClient {
    private final Calls calls;

    ReadModelClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ReadModelView> of(Service service) {
        return calls.readPart(
                        service, ReadModelServiceGrpc.getGetReadModelMethod(), GetReadModelRequest.getDefaultInstance())
                .map(ReadModelClient::view);
    }

    private static ReadModelView view(GetReadModelResponse response) {
        return new ReadModelView(
                response.getService(),
                response.getCurrent(),
                Messages.time(response.hasDerivedTime(), response.getDerivedTime()),
                response.getTopicsList().stream()
                        .map(topic -> new TopicView(
                                topic.getTopic(),
                                topic.getGroup(),
                                topic.getLagRecords(),
                                Messages.finite(topic.getLagSeconds())))
                        .toList());
    }
}
