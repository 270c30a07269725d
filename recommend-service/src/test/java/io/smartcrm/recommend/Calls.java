package io.smartcrm.recommend;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.GetReadModelResponse;
import io.smartcrm.proto.ops.v1.PersonalDataServiceGrpc;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import io.smartcrm.proto.recommend.v1.CatalogueInsightServiceGrpc;
import io.smartcrm.proto.recommend.v1.ExperimentServiceGrpc;
import io.smartcrm.proto.recommend.v1.KnowledgeGraphServiceGrpc;
import io.smartcrm.proto.recommend.v1.RecommendationServiceGrpc;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A client over the wire; a call has ten seconds. */
public final class Calls implements AutoCloseable {
    private final ManagedChannel channel;

    public Calls(URI service) {
        channel = ManagedChannelBuilder.forAddress(service.getHost(), service.getPort())
                .usePlaintext()
                .build();
    }

    public RecommendationServiceGrpc.RecommendationServiceBlockingStub withoutToken() {
        return RecommendationServiceGrpc.newBlockingStub(channel).withDeadlineAfter(10, TimeUnit.SECONDS);
    }

    public RecommendationServiceGrpc.RecommendationServiceBlockingStub with(String token) {
        return withoutToken().withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    public CatalogueInsightServiceGrpc.CatalogueInsightServiceBlockingStub insights(String token) {
        return CatalogueInsightServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    public KnowledgeGraphServiceGrpc.KnowledgeGraphServiceBlockingStub knowledge(String token) {
        return KnowledgeGraphServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    public ExperimentServiceGrpc.ExperimentServiceBlockingStub experiments(String token) {
        return ExperimentServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    public PersonalDataServiceGrpc.PersonalDataServiceBlockingStub personalData(String token) {
        return PersonalDataServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)));
    }

    public GetReadModelResponse readModel(String token) {
        return ReadModelServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(bearer(token)))
                .getReadModel(GetReadModelRequest.getDefaultInstance());
    }

    private static Metadata bearer(String token) {
        Metadata metadata = new Metadata();
        metadata.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
        return metadata;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
