package io.smartcrm.recommend.recommendation;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.recommend.v1.LikenessBasis;
import io.smartcrm.proto.recommend.v1.ListModelsRequest;
import io.smartcrm.proto.recommend.v1.ListModelsResponse;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsResponse;
import io.smartcrm.proto.recommend.v1.ProfileUse;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.RecommendResponse;
import io.smartcrm.proto.recommend.v1.RecommendationReason;
import io.smartcrm.proto.recommend.v1.RecommendationService;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.RestoreModelRequest;
import io.smartcrm.proto.recommend.v1.RestoreModelResponse;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.proto.recommend.v1.TrainModelResponse;
import io.smartcrm.recommend.privacy.CustomerLimits;
import io.smartcrm.recommend.training.ModelVersion;
import io.smartcrm.recommend.training.ServingModel;
import io.smartcrm.recommend.training.Training;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@GrpcService
class RecommendationGrpc implements RecommendationService {
    private final Recommendations recommendations;
    private final Training training;
    private final ServingModel serving;

    RecommendationGrpc(Recommendations recommendations, Training training, ServingModel serving) {
        this.recommendations = recommendations;
        this.training = training;
        this.serving = serving;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<RecommendResponse> recommend(RecommendRequest request) {
        Query query = QueryOfGrpc.of(request);
        return recommendations.of(query).map(answer -> {
            var response = RecommendResponse.newBuilder()
                    .addAllRecommendations(recommendations(answer))
                    .setNextPageToken(QueryOfGrpc.nextPageToken(query, answer))
                    .setProfileUse(use(answer.use()));
            answer.model().ifPresent(version -> response.setModel(model(version, true)));
            answer.assigned()
                    .ifPresent(assigned -> response.setExperimentId(
                                    assigned.experiment().id().toString())
                            .setVariant(assigned.variant().name()));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<RecommendForCustomerResponse> recommendForCustomer(RecommendForCustomerRequest request) {
        Query query = Query.forCustomer(
                request.getCustomerId(),
                Limits.size(request.getSize()),
                request.getExcludeBought(),
                request.getExcludeProductIdsList());
        return recommendations.of(query).map(answer -> {
            var response = RecommendForCustomerResponse.newBuilder()
                    .addAllRecommendations(recommendations(answer))
                    .setProfileUse(use(answer.use()));
            answer.model().ifPresent(version -> response.setModel(model(version, true)));
            answer.assigned()
                    .ifPresent(assigned -> response.setExperimentId(
                                    assigned.experiment().id().toString())
                            .setVariant(assigned.variant().name()));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListSimilarItemsResponse> listSimilarItems(ListSimilarItemsRequest request) {
        return recommendations
                .similarTo(request.getProductId(), basis(request.getBasis()), Limits.size(request.getSize()))
                .map(answer -> {
                    var response = ListSimilarItemsResponse.newBuilder().addAllRecommendations(recommendations(answer));
                    answer.model().ifPresent(version -> response.setModel(model(version, true)));
                    return response.build();
                });
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<TrainModelResponse> trainModel(TrainModelRequest request) {
        ModelVersion version = training.trainNow();
        return Uni.createFrom()
                .item(TrainModelResponse.newBuilder()
                        .setModel(model(version, true))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListModelsResponse> listModels(ListModelsRequest request) {
        Optional<UUID> current = serving.current().map(held -> held.version().id());
        return Uni.createFrom()
                .item(ListModelsResponse.newBuilder()
                        .addAllModels(training.versions().stream()
                                .map(version -> model(version, current.equals(Optional.of(version.id()))))
                                .toList())
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<RestoreModelResponse> restoreModel(RestoreModelRequest request) {
        ModelVersion version = training.restore(Limits.requireUuid("modelId", request.getModelId()));
        return Uni.createFrom()
                .item(RestoreModelResponse.newBuilder()
                        .setModel(model(version, true))
                        .build());
    }

    private static Likeness basis(LikenessBasis basis) {
        return switch (basis) {
            case LIKENESS_BASIS_UNSPECIFIED -> Likeness.BOTH;
            case LIKENESS_BASIS_BEHAVIOUR -> Likeness.BEHAVIOUR;
            case LIKENESS_BASIS_CONTENT -> Likeness.CONTENT;
            case LIKENESS_BASIS_ATTRIBUTES -> Likeness.ATTRIBUTES;
            case UNRECOGNIZED -> throw Failure.invalid("basis", "is unknown");
        };
    }

    private static List<io.smartcrm.proto.recommend.v1.Recommendation> recommendations(Answer answer) {
        return answer.recommendations().stream()
                .map(RecommendationGrpc::recommendation)
                .toList();
    }

    private static io.smartcrm.proto.recommend.v1.Recommendation recommendation(Recommendation recommendation) {
        var message = io.smartcrm.proto.recommend.v1.Recommendation.newBuilder()
                .setProductId(recommendation.product().id())
                .setProductCode(recommendation.product().code())
                .setProductName(recommendation.product().name())
                .setScore(recommendation.score())
                .setSource(source(recommendation.source()));
        recommendation.reasons().forEach(reason -> message.addReasons(reason(reason)));
        return message.build();
    }

    private static RecommendationReason reason(Reason reason) {
        return RecommendationReason.newBuilder()
                .setText(reason.text())
                .setProductId(reason.productId().orElse(""))
                .setShare(reason.share())
                .build();
    }

    private static ProfileUse use(CustomerLimits.ProfileUse use) {
        return switch (use) {
            case USED -> ProfileUse.PROFILE_USE_USED;
            case OBJECTED -> ProfileUse.PROFILE_USE_OBJECTED;
            case RESTRICTED -> ProfileUse.PROFILE_USE_RESTRICTED;
        };
    }

    private static RecommendationSource source(Source source) {
        return switch (source) {
            case ITEM_BASED -> RecommendationSource.RECOMMENDATION_SOURCE_ITEM_BASED;
            case POPULAR -> RecommendationSource.RECOMMENDATION_SOURCE_POPULAR;
            case CONTENT -> RecommendationSource.RECOMMENDATION_SOURCE_CONTENT;
            case TRENDING -> RecommendationSource.RECOMMENDATION_SOURCE_TRENDING;
            case NEW_ARRIVAL -> RecommendationSource.RECOMMENDATION_SOURCE_NEW_ARRIVAL;
            case BUY_AGAIN -> RecommendationSource.RECOMMENDATION_SOURCE_BUY_AGAIN;
            case SESSION -> RecommendationSource.RECOMMENDATION_SOURCE_SESSION;
            case TOGETHER -> RecommendationSource.RECOMMENDATION_SOURCE_TOGETHER;
            case PINNED -> RecommendationSource.RECOMMENDATION_SOURCE_PINNED;
            case KNOWLEDGE_GRAPH -> RecommendationSource.RECOMMENDATION_SOURCE_KNOWLEDGE_GRAPH;
            case ATTRIBUTES -> RecommendationSource.RECOMMENDATION_SOURCE_ATTRIBUTES;
        };
    }

    private static io.smartcrm.proto.recommend.v1.ModelVersion model(ModelVersion version, boolean serves) {
        Instant time = version.trainTime();
        return io.smartcrm.proto.recommend.v1.ModelVersion.newBuilder()
                .setId(version.id().toString())
                .setName(version.name())
                .setTrainTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setInteractions(version.interactions())
                .setCustomers(version.customers())
                .setItems(version.items())
                .setBytes(version.bytes())
                .setServing(serves)
                .build();
    }
}
