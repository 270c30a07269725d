package io.smartcrm.gateway.recommendation;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.recommendation.CatalogueInsightViews.CategoryProposalView;
import io.smartcrm.gateway.recommendation.CatalogueInsightViews.DescribedProductView;
import io.smartcrm.gateway.recommendation.CatalogueInsightViews.TextGroupView;
import io.smartcrm.proto.recommend.v1.CatalogueInsightServiceGrpc;
import io.smartcrm.proto.recommend.v1.CategoryProposal;
import io.smartcrm.proto.recommend.v1.DescribedProduct;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsRequest;
import io.smartcrm.proto.recommend.v1.ListTextGroupsRequest;
import io.smartcrm.proto.recommend.v1.TextGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks recommend-service what the texts of the catalogue tell. */
@ApplicationScoped
class CatalogueInsightClient {
    private final Calls calls;

    CatalogueInsightClient(Calls calls) {
        this.calls = calls;
    }

    /** @param groups 0 for the service's default */
    Uni<List<TextGroupView>> textGroups(int groups) {
        var request = ListTextGroupsRequest.newBuilder().setGroups(groups).build();
        return calls.read(Service.RECOMMEND, CatalogueInsightServiceGrpc.getListTextGroupsMethod(), request)
                .map(response -> response.getGroupsList().stream()
                        .map(CatalogueInsightClient::view)
                        .toList());
    }

    /** @param size 0 for the service's default */
    Uni<List<CategoryProposalView>> categoryProposals(double leastProbability, int size) {
        var request = ListCategoryProposalsRequest.newBuilder()
                .setLeastProbability(leastProbability)
                .setPageSize(size)
                .build();
        return calls.read(Service.RECOMMEND, CatalogueInsightServiceGrpc.getListCategoryProposalsMethod(), request)
                .map(response -> response.getProposalsList().stream()
                        .map(CatalogueInsightClient::view)
                        .toList());
    }

    private static TextGroupView view(TextGroup group) {
        return new TextGroupView(
                group.getLabelList(),
                group.getSize(),
                group.getCohesion(),
                group.getExamplesList().stream()
                        .map(CatalogueInsightClient::view)
                        .toList());
    }

    private static CategoryProposalView view(CategoryProposal proposal) {
        return new CategoryProposalView(
                view(proposal.getProduct()),
                proposal.getCategoryPathList(),
                proposal.getProbability(),
                proposal.getWordsList());
    }

    private static DescribedProductView view(DescribedProduct product) {
        return new DescribedProductView(product.getProductId(), product.getProductCode(), product.getProductName());
    }
}
