package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.recommend.v1.CatalogueInsightServiceGrpc.CatalogueInsightServiceImplBase;
import io.smartcrm.proto.recommend.v1.CategoryProposal;
import io.smartcrm.proto.recommend.v1.DescribedProduct;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsRequest;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsResponse;
import io.smartcrm.proto.recommend.v1.ListTextGroupsRequest;
import io.smartcrm.proto.recommend.v1.ListTextGroupsResponse;
import io.smartcrm.proto.recommend.v1.TextGroup;

/** One group, and one proposal that is as likely as was asked for. */
final class FakeCatalogueInsights extends CatalogueInsightServiceImplBase {
    private static final DescribedProduct PRODUCT =
            DescribedProduct.newBuilder().setProductId(Ids.KNOWN).build();

    @Override
    public void listTextGroups(ListTextGroupsRequest request, StreamObserver<ListTextGroupsResponse> answer) {
        Ids.complete(
                answer,
                ListTextGroupsResponse.newBuilder()
                        .addGroups(TextGroup.newBuilder()
                                .addLabel("tea")
                                .setSize(request.getGroups())
                                .addExamples(PRODUCT))
                        .build());
    }

    @Override
    public void listCategoryProposals(
            ListCategoryProposalsRequest request, StreamObserver<ListCategoryProposalsResponse> answer) {
        Ids.complete(
                answer,
                ListCategoryProposalsResponse.newBuilder()
                        .addProposals(CategoryProposal.newBuilder()
                                .setProduct(PRODUCT)
                                .addCategoryPath("Tea")
                                .setProbability(request.getLeastProbability()))
                        .build());
    }
}
