package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.recommend.v1.LikenessBasis;
import io.smartcrm.proto.recommend.v1.ListModelsRequest;
import io.smartcrm.proto.recommend.v1.ListModelsResponse;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsRequest;
import io.smartcrm.proto.recommend.v1.ListSimilarItemsResponse;
import io.smartcrm.proto.recommend.v1.ModelVersion;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerRequest;
import io.smartcrm.proto.recommend.v1.RecommendForCustomerResponse;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.RecommendResponse;
import io.smartcrm.proto.recommend.v1.Recommendation;
import io.smartcrm.proto.recommend.v1.RecommendationReason;
import io.smartcrm.proto.recommend.v1.RecommendationServiceGrpc.RecommendationServiceImplBase;
import io.smartcrm.proto.recommend.v1.RecommendationSource;
import io.smartcrm.proto.recommend.v1.RestoreModelRequest;
import io.smartcrm.proto.recommend.v1.RestoreModelResponse;
import io.smartcrm.proto.recommend.v1.TrainModelRequest;
import io.smartcrm.proto.recommend.v1.TrainModelResponse;

/** One product with one reason; its text tells how it was asked for. */
final class FakeRecommendations extends RecommendationServiceImplBase {
    @Override
    public void recommendForCustomer(
            RecommendForCustomerRequest request, StreamObserver<RecommendForCustomerResponse> answer) {
        String id = request.getCustomerId().equals(Ids.HALF) ? Ids.SILENT : request.getCustomerId();
        String asked = "size %d, excludeBought %s, exclude %s"
                .formatted(request.getSize(), request.getExcludeBought(), request.getExcludeProductIdsList());
        Ids.answer(
                "customer",
                id,
                answer,
                () -> RecommendForCustomerResponse.newBuilder()
                        .addRecommendations(recommendation(asked))
                        .setModel(model())
                        .build());
    }

    @Override
    public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> answer) {
        String asked = "%s of %d for %s after %s, %s, diversity %.1f"
                .formatted(
                        request.getScenario(),
                        request.getPageSize(),
                        request.getCustomerId(),
                        request.getProductIdsList(),
                        request.getFilter().getCategory(),
                        request.getRules().getDiversity());
        Ids.complete(
                answer,
                RecommendResponse.newBuilder()
                        .addRecommendations(recommendation(asked))
                        .setNextPageToken("next")
                        .setModel(model())
                        .build());
    }

    @Override
    public void listModels(ListModelsRequest request, StreamObserver<ListModelsResponse> answer) {
        Ids.complete(answer, ListModelsResponse.newBuilder().addModels(model()).build());
    }

    @Override
    public void restoreModel(RestoreModelRequest request, StreamObserver<RestoreModelResponse> answer) {
        Ids.answer(
                "model",
                request.getModelId(),
                answer,
                () -> RestoreModelResponse.newBuilder().setModel(model()).build());
    }

    @Override
    public void listSimilarItems(ListSimilarItemsRequest request, StreamObserver<ListSimilarItemsResponse> answer) {
        Ids.answer(
                "product",
                request.getProductId(),
                answer,
                () -> ListSimilarItemsResponse.newBuilder()
                        .addRecommendations(
                                recommendation("size %d by %s".formatted(request.getSize(), request.getBasis()))
                                        .toBuilder()
                                        .setSource(
                                                request.getBasis() == LikenessBasis.LIKENESS_BASIS_ATTRIBUTES
                                                        ? RecommendationSource.RECOMMENDATION_SOURCE_ATTRIBUTES
                                                        : RecommendationSource.RECOMMENDATION_SOURCE_ITEM_BASED))
                        .setModel(model())
                        .build());
    }

    @Override
    public void trainModel(TrainModelRequest request, StreamObserver<TrainModelResponse> answer) {
        Ids.complete(answer, TrainModelResponse.newBuilder().setModel(model()).build());
    }

    private static Recommendation recommendation(String reason) {
        return Recommendation.newBuilder()
                .setProductId(Ids.KNOWN)
                .setProductCode("85123A")
                .setSource(RecommendationSource.RECOMMENDATION_SOURCE_ITEM_BASED)
                .addReasons(RecommendationReason.newBuilder().setText(reason).setShare(1))
                .build();
    }

    private static ModelVersion model() {
        return ModelVersion.newBuilder().setId("model-1").setName("item-knn").build();
    }
}
