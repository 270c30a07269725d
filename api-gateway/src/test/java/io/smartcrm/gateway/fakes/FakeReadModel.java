package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc.ReadModelServiceImplBase;
import io.smartcrm.proto.ops.v1.TopicProgress;
import io.smartcrm.wire.Topics;

/** A service that has read everything. */
final class FakeReadModel extends ReadModelServiceImplBase {
    private final String service;

    FakeReadModel(String service) {
        this.service = service;
    }

    @Override
    public void getReadModel(GetReadModelRequest request, StreamObserver<GetReadModelResponse> answer) {
        Ids.complete(
                answer,
                GetReadModelResponse.newBuilder()
                        .setService(service)
                        .setCurrent(true)
                        .addTopics(TopicProgress.newBuilder()
                                .setTopic(Topics.ORDERS)
                                .setGroup(service))
                        .build());
    }
}
