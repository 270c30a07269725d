package io.smartcrm.gateway.recommendation;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.recommendation.Recommendations.ReasonView;
import io.smartcrm.gateway.recommendation.Recommendations.RecommendationView;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ModelVersion;
import io.smartcrm.proto.recommend.v1.ProfileUse;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationServiceGrpc;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks recommend-service for products. */
@ApplicationScoped
public class RecommendationClient {
    private final Calls calls;

    RecommendationClient(Calls calls) {
        this.calls = calls;
    }

    /** @param size 0 for the service's default */
    Uni<Recommendations> forCustomer(String customerId, int size, boolean excludeBought, List<String> exclude) {
        var request = RecommendForCustomerRequest.newBuilder()
                .setCustomerId(customerId)
                .setSize(size)
                .setExcludeBought(excludeBought)
                .addAllExcludeProductIds(exclude)
                .build();
        return calls.read(Service.RECOMMEND, RecommendationServiceGrpc.getRecommendForCustomerMethod(), request)
                .map(RecommendationClient::view);
    }

    /** New products for a customer, for an answer that can do without them. */
    public Uni<Recommendations> part(String customerId, int size) {
        var request = RecommendForCustomerRequest.newBuilder()
                .setCustomerId(customerId)
                .setSize(size)
                .setExcludeBought(true)
                .build();
        return calls.readPart(Service.RECOMMEND, RecommendationServiceGrpc.getRecommendForCustomerMethod(), request)
                .map(RecommendationClient::view);
    }

    Uni<Recommendations> similar(String productId, int size) {
        var request = ListSimilarItemsRequest.newBuilder()
                .setProductId(productId)
                .setSize(size)
                .build();
        return calls.read(Service.RECOMMEND, RecommendationServiceGrpc.getListSimilarItemsMethod(), request)
                .map(response -> new Recommendations(
                        views(response.getRecommendationsList()),
                        response.hasModel() ? view(response.getModel()) : null,
                        null));
    }

    Uni<ModelView> train() {
        return calls.train(
                        Service.RECOMMEND,
                        RecommendationServiceGrpc.getTrainModelMethod(),
                        TrainModelRequest.getDefaultInstance())
                .map(response -> view(response.getModel()));
    }

    private static Recommendations view(RecommendForCustomerResponse response) {
        return new Recommendations(
                views(response.getRecommendationsList()),
                response.hasModel() ? view(response.getModel()) : null,
                response.getProfileUse() == ProfileUse.PROFILE_USE_UNSPECIFIED
                        ? null
                        : Messages.name(response.getProfileUse()));
    }

    private static List<RecommendationView> views(List<Recommendation> recommendations) {
        return recommendations.stream().map(RecommendationClient::view).toList();
    }

    private static RecommendationView view(Recommendation recommendation) {
        return new RecommendationView(
                recommendation.getProductId(),
                recommendation.getProductCode(),
                Messages.text(recommendation.getProductName()),
                Messages.finite(recommendation.getScore()),
                Messages.name(recommendation.getSource()),
                recommendation.getReasonsList().stream()
                        .map(reason -> new ReasonView(
                                reason.getText(),
                                Messages.text(reason.getProductId()),
                                Messages.finite(reason.getShare())))
                        .toList());
    }

    private static ModelView view(ModelVersion model) {
        return new ModelView(
                model.getId(),
                model.getName(),
                Messages.time(model.hasTrainTime(), model.getTrainTime()),
                model.getInteractions(),
                model.getCustomers(),
                model.getItems());
    }
}
