package io.smartcrm.gateway.recommendation;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a list of recommendations is asked by. */
public class RecommendationQuery {
    @RestQuery
    @Nullable
    String scenario;

    @RestQuery
    @Nullable
    String customerId;

    @RestQuery
    @Nullable
    String productIds;

    @RestQuery
    @Nullable
    String pageSize;

    @RestQuery
    @Nullable
    String pageToken;

    @RestQuery
    @Nullable
    String excludeBought;

    @RestQuery
    @Nullable
    String exclude;

    @RestQuery
    @Nullable
    String pinned;

    @RestQuery
    @Nullable
    String category;

    @RestQuery
    @Nullable
    String brand;

    @RestQuery
    @Nullable
    String lowestPrice;

    @RestQuery
    @Nullable
    String highestPrice;

    @RestQuery
    @Nullable
    String mostPerCategory;

    @RestQuery
    @Nullable
    String diversity;
}
