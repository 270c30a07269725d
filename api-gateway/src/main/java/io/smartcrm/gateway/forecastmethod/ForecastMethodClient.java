package io.smartcrm.gateway.forecastmethod;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.proto.forecast.v1.ForecastMethodServiceGrpc;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsRequest;
import io.smartcrm.proto.forecast.v1.MethodPromotion;
import io.smartcrm.proto.forecast.v1.PromoteMethodRequest;
import io.smartcrm.proto.forecast.v1.RestoreMethodRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks forecast-service for promotions. */
@ApplicationScoped
class ForecastMethodClient {
    private final Calls calls;

    ForecastMethodClient(Calls calls) {
        this.calls = calls;
    }

    Uni<Page<MethodPromotionView>> list(int pageSize, String pageToken) {
        var request = ListMethodPromotionsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.FORECAST, ForecastMethodServiceGrpc.getListMethodPromotionsMethod(), request)
                .map(response ->
                        Page.of(response.getPromotionsList(), ForecastMethodClient::view, response.getNextPageToken()));
    }

    Uni<MethodPromotionView> promote(NewPromotion promotion, String requestId) {
        var request = PromoteMethodRequest.newBuilder()
                .setMethod(Parameters.text(promotion.method()))
                .addAllCandidates(promotion.candidates())
                .setNote(Parameters.text(promotion.note()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.FORECAST, ForecastMethodServiceGrpc.getPromoteMethodMethod(), request)
                .map(response -> view(response.getPromotion()));
    }

    Uni<MethodPromotionView> restore(Restoration restoration, String requestId) {
        var request = RestoreMethodRequest.newBuilder()
                .setVersion(restoration.version())
                .setNote(Parameters.text(restoration.note()))
                .setRequestId(requestId)
                .build();
        return calls.change(Service.FORECAST, ForecastMethodServiceGrpc.getRestoreMethodMethod(), request)
                .map(response -> view(response.getPromotion()));
    }

    private static MethodPromotionView view(MethodPromotion promotion) {
        return new MethodPromotionView(
                promotion.getVersion(),
                promotion.getMethod(),
                promotion.getCandidatesList(),
                Messages.text(promotion.getNote()),
                promotion.getRestoredVersion() == 0 ? null : promotion.getRestoredVersion(),
                Messages.text(promotion.getUserName()),
                Messages.time(promotion.hasPromoteTime(), promotion.getPromoteTime()),
                Messages.text(promotion.getCodeVersion()),
                Messages.time(promotion.hasDataTime(), promotion.getDataTime()));
    }
}
