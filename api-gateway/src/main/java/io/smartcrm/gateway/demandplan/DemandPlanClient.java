package io.smartcrm.gateway.demandplan;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DemandPlanEntry;
import io.smartcrm.proto.forecast.v1.DemandPlanServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesRequest;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.proto.forecast.v1.TotalScope;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks forecast-service for what is planned. */
@ApplicationScoped
class DemandPlanClient {
    private final Calls calls;

    DemandPlanClient(Calls calls) {
        this.calls = calls;
    }

    Uni<PlanEntryView> create(NewPlanEntry wanted, String requestId) {
        var entry = DemandPlanEntry.newBuilder()
                .setScope(scope(wanted.productId(), wanted.category()))
                .setNote(text(wanted.note()));
        if ((wanted.lastDay() == null) == (wanted.price() == null)) {
            throw Failure.invalid("lastDay", "a promotion has a last day, a price has none; give lastDay or price");
        }
        if (wanted.price() == null) {
            entry.setPromotion(PlannedPromotion.newBuilder()
                    .setFirstDay(text(wanted.firstDay()))
                    .setLastDay(text(wanted.lastDay())));
        } else {
            entry.setPrice(PlannedPrice.newBuilder()
                    .setFirstDay(text(wanted.firstDay()))
                    .setPrice(wanted.price()));
        }
        var request = CreateDemandPlanEntryRequest.newBuilder()
                .setEntry(entry)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.FORECAST, DemandPlanServiceGrpc.getCreateDemandPlanEntryMethod(), request)
                .map(response -> view(response.getEntry()));
    }

    /** Of all scopes when none is named. */
    Uni<Page<PlanEntryView>> list(
            @Nullable String productId, @Nullable String category, int pageSize, String pageToken) {
        var request =
                ListDemandPlanEntriesRequest.newBuilder().setPageSize(pageSize).setPageToken(pageToken);
        if (productId != null || category != null) {
            request.setScope(scope(productId, category));
        }
        return calls.read(Service.FORECAST, DemandPlanServiceGrpc.getListDemandPlanEntriesMethod(), request.build())
                .map(response ->
                        Page.of(response.getEntriesList(), DemandPlanClient::view, response.getNextPageToken()));
    }

    Uni<Void> delete(String id) {
        var request = DeleteDemandPlanEntryRequest.newBuilder().setId(id).build();
        return calls.change(Service.FORECAST, DemandPlanServiceGrpc.getDeleteDemandPlanEntryMethod(), request)
                .replaceWithVoid();
    }

    private static DemandScope scope(@Nullable String productId, @Nullable String category) {
        if (productId != null && category != null) {
            throw Failure.invalid("category", "name a productId or a category, not both");
        }
        if (productId != null) {
            return DemandScope.newBuilder().setProductId(productId).build();
        }
        return category != null
                ? DemandScope.newBuilder().setCategory(category).build()
                : DemandScope.newBuilder()
                        .setTotal(TotalScope.getDefaultInstance())
                        .build();
    }

    private static PlanEntryView view(DemandPlanEntry entry) {
        boolean promotion = entry.hasPromotion();
        String firstDay = promotion
                ? entry.getPromotion().getFirstDay()
                : entry.getPrice().getFirstDay();
        return new PlanEntryView(
                entry.getId(),
                promotion ? "PROMOTION" : "PRICE",
                Messages.text(entry.getScope().getProductId()),
                Messages.text(entry.getScope().getCategory()),
                LocalDate.parse(firstDay),
                promotion ? LocalDate.parse(entry.getPromotion().getLastDay()) : null,
                promotion ? null : Messages.finite(entry.getPrice().getPrice()),
                Messages.text(entry.getNote()),
                entry.getUserName(),
                Messages.time(entry.hasCreateTime(), entry.getCreateTime()));
    }
}
