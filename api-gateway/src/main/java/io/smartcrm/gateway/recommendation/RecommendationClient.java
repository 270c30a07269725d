package io.smartcrm.gateway.recommendation;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.recommendation.Recommendations.ReasonView;
import io.smartcrm.gateway.recommendation.Recommendations.RecommendationView;
import io.smartcrm.proto.recommend.v1.LikenessBasis;
import io.smartcrm.proto.recommend.v1.ListModelsRequest;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ModelVersion;
import io.smartcrm.proto.recommend.v1.ProfileUse;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationServiceGrpc;
import io.smartcrm.proto.recommend.v1.RestoreModelRequest;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    Uni<Recommendations> recommend(RecommendationQuery query) {
        var request = RecommendMessage.of(query);
        return calls.read(Service.RECOMMEND, RecommendationServiceGrpc.getRecommendMethod(), request)
                .map(response -> new Recommendations(
                        views(response.getRecommendationsList()),
                        response.hasModel() ? view(response.getModel()) : null,
                        use(response.getProfileUse()),
                        Messages.text(response.getNextPageToken()),
                        Messages.text(response.getExperimentId()),
                        Messages.text(response.getVariant())));
    }

    /** @param basis BEHAVIOUR, CONTENT, ATTRIBUTES, or nothing for all */
    Uni<Recommendations> similar(String productId, int size, @Nullable String basis) {
        var request = ListSimilarItemsRequest.newBuilder()
                .setProductId(productId)
                .setSize(size)
                .setBasis(Messages.constant(LikenessBasis.class, "basis", basis))
                .build();
        return calls.read(Service.RECOMMEND, RecommendationServiceGrpc.getListSimilarItemsMethod(), request)
                .map(response -> new Recommendations(
                        views(response.getRecommendationsList()),
                        response.hasModel() ? view(response.getModel()) : null,
                        null,
                        null,
                        null,
                        null));
    }

    Uni<ModelView> train() {
        return calls.train(
                        Service.RECOMMEND,
                        RecommendationServiceGrpc.getTrainModelMethod(),
                        TrainModelRequest.getDefaultInstance())
                .map(response -> view(response.getModel()));
    }

    Uni<List<ModelView>> models() {
        return calls.read(
                        Service.RECOMMEND,
                        RecommendationServiceGrpc.getListModelsMethod(),
                        ListModelsRequest.getDefaultInstance())
                .map(response -> response.getModelsList().stream()
                        .map(RecommendationClient::view)
                        .toList());
    }

    Uni<ModelView> restore(String modelId) {
        var request = RestoreModelRequest.newBuilder().setModelId(modelId).build();
        return calls.train(Service.RECOMMEND, RecommendationServiceGrpc.getRestoreModelMethod(), request)
                .map(response -> view(response.getModel()));
    }

    private static @Nullable String use(ProfileUse use) {
        return use == ProfileUse.PROFILE_USE_UNSPECIFIED ? null : Messages.name(use);
    }

    private static Recommendations view(RecommendForCustomerResponse response) {
        return new Recommendations(
                views(response.getRecommendationsList()),
                response.hasModel() ? view(response.getModel()) : null,
                use(response.getProfileUse()),
                null,
                Messages.text(response.getExperimentId()),
                Messages.text(response.getVariant()));
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
                model.getItems(),
                model.getBytes(),
                model.getServing());
    }
}
