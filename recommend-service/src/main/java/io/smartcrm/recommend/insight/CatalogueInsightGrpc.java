package io.smartcrm.recommend.insight;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.recommend.v1.CatalogueInsightService;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsRequest;
import io.smartcrm.proto.recommend.v1.ListCategoryProposalsResponse;
import io.smartcrm.proto.recommend.v1.ListTextGroupsRequest;
import io.smartcrm.proto.recommend.v1.ListTextGroupsResponse;
import io.smartcrm.proto.recommend.v1.TextGroup;
import io.smartcrm.recommend.catalog.DescribedProduct;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;

@GrpcService
class CatalogueInsightGrpc implements CatalogueInsightService {
    private final CatalogueInsights insights;

    CatalogueInsightGrpc(CatalogueInsights insights) {
        this.insights = insights;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListTextGroupsResponse> listTextGroups(ListTextGroupsRequest request) {
        return Uni.createFrom()
                .item(ListTextGroupsResponse.newBuilder()
                        .addAllGroups(insights.groups(request.getGroups()).stream()
                                .map(CatalogueInsightGrpc::group)
                                .toList())
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListCategoryProposalsResponse> listCategoryProposals(ListCategoryProposalsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        return Uni.createFrom()
                .item(ListCategoryProposalsResponse.newBuilder()
                        .addAllProposals(insights.proposals(request.getLeastProbability(), size).stream()
                                .map(CatalogueInsightGrpc::proposal)
                                .toList())
                        .build());
    }

    private static TextGroup group(ProductGroup group) {
        return TextGroup.newBuilder()
                .addAllLabel(group.label())
                .setSize(group.size())
                .setCohesion(group.cohesion())
                .addAllExamples(group.examples().stream()
                        .map(CatalogueInsightGrpc::product)
                        .toList())
                .build();
    }

    private static io.smartcrm.proto.recommend.v1.CategoryProposal proposal(CategoryProposal proposal) {
        return io.smartcrm.proto.recommend.v1.CategoryProposal.newBuilder()
                .setProduct(product(proposal.product()))
                .addAllCategoryPath(proposal.category())
                .setProbability(proposal.probability())
                .addAllWords(proposal.words())
                .build();
    }

    private static io.smartcrm.proto.recommend.v1.DescribedProduct product(DescribedProduct product) {
        return io.smartcrm.proto.recommend.v1.DescribedProduct.newBuilder()
                .setProductId(product.id())
                .setProductCode(product.code())
                .setProductName(product.name())
                .build();
    }
}
