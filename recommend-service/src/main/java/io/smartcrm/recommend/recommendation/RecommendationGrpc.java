package io.smartcrm.recommend.recommendation;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsResponse;
import io.smartcrm.proto.recommend.v1.ProfileUse;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.RecommendationReason;
import io.smartcrm.proto.recommend.v1.RecommendationService;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.proto.recommend.v1.TrainModelResponse;
import io.smartcrm.recommend.privacy.CustomerLimits;
import io.smartcrm.recommend.training.ModelVersion;
import io.smartcrm.recommend.training.Training;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;

@GrpcService
class RecommendationGrpc implements RecommendationService {
    private final Recommendations recommendations;
    private final Training training;

    RecommendationGrpc(Recommendations recommendations, Training training) {
        this.recommendations = recommendations;
        this.training = training;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<RecommendForCustomerResponse> recommendForCustomer(RecommendForCustomerRequest request) {
        CustomerQuery query = new CustomerQuery(
                request.getCustomerId(),
                Limits.size(request.getSize()),
                request.getExcludeBought(),
                request.getExcludeProductIdsList());
        return recommendations.forCustomer(query).map(answer -> {
            var response = RecommendForCustomerResponse.newBuilder()
                    .addAllRecommendations(recommendations(answer))
                    .setProfileUse(use(answer.use()));
            answer.model().ifPresent(version -> response.setModel(model(version)));
            return response.build();
        });
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListSimilarItemsResponse> listSimilarItems(ListSimilarItemsRequest request) {
        return recommendations
                .similarTo(request.getProductId(), Limits.size(request.getSize()))
                .map(answer -> {
                    var response = ListSimilarItemsResponse.newBuilder().addAllRecommendations(recommendations(answer));
                    answer.model().ifPresent(version -> response.setModel(model(version)));
                    return response.build();
                });
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<TrainModelResponse> trainModel(TrainModelRequest request) {
        ModelVersion version = training.trainNow();
        return Uni.createFrom()
                .item(TrainModelResponse.newBuilder().setModel(model(version)).build());
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
        };
    }

    private static io.smartcrm.proto.recommend.v1.ModelVersion model(ModelVersion version) {
        Instant time = version.trainTime();
        return io.smartcrm.proto.recommend.v1.ModelVersion.newBuilder()
                .setId(version.id().toString())
                .setName(version.name())
                .setTrainTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setInteractions(version.interactions())
                .setCustomers(version.customers())
                .setItems(version.items())
                .build();
    }
}
