package io.smartcrm.outbox;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.ops.v1.ReadModelService;
import io.smartcrm.proto.ops.v1.TopicProgress;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells how far this service has come: what it has yet to publish, to read and to derive. */
@GrpcService
@Authenticated
public class ReadModelGrpc implements ReadModelService {
    private final ConsumerLag lag;
    private final Instance<DerivedResults> derived;
    private final String service;

    ReadModelGrpc(
            ConsumerLag lag,
            @Any Instance<DerivedResults> derived,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.lag = lag;
        this.derived = derived;
        this.service = service;
    }

    @Override
    @Blocking
    public Uni<GetReadModelResponse> getReadModel(GetReadModelRequest request) {
        List<TopicProgress> topics = lag.measure();
        var response = GetReadModelResponse.newBuilder().setService(service).addAllTopics(topics);
        response.setCurrent(topics.stream().allMatch(topic -> topic.getLagRecords() == 0)
                && derived.stream().allMatch(DerivedResults::current));
        derived.stream()
                .flatMap(results -> results.derivedTime().stream())
                .min(Instant::compareTo)
                .ifPresent(time -> response.setDerivedTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano())));
        return Uni.createFrom().item(response.build());
    }
}
