package io.smartcrm.gateway.strategy;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.strategy.StrategyView.ActionRecordView;
import io.smartcrm.gateway.strategy.StrategyView.OfferView;
import io.smartcrm.gateway.strategy.StrategyView.PassedView;
import io.smartcrm.gateway.strategy.StrategyView.PreviewView;
import io.smartcrm.gateway.strategy.StrategyView.ResultsView;
import io.smartcrm.gateway.strategy.StrategyView.TemplateView;
import io.smartcrm.gateway.strategy.StrategyView.VersionView;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.CreateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.CustomerOffer;
import io.smartcrm.proto.loyalty.v1.GetStrategyRequest;
import io.smartcrm.proto.loyalty.v1.GetStrategyResultsRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategiesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyTemplatesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsRequest;
import io.smartcrm.proto.loyalty.v1.PauseStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyResponse;
import io.smartcrm.proto.loyalty.v1.Strategy;
import io.smartcrm.proto.loyalty.v1.StrategyActionRecord;
import io.smartcrm.proto.loyalty.v1.StrategyActionState;
import io.smartcrm.proto.loyalty.v1.StrategyServiceGrpc;
import io.smartcrm.proto.loyalty.v1.StrategyVersion;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks loyalty-service for strategies. */
@ApplicationScoped
public class StrategyClient {
    private final Calls calls;
    private final AudienceClient audiences;

    StrategyClient(Calls calls, AudienceClient audiences) {
        this.calls = calls;
        this.audiences = audiences;
    }

    Uni<StrategyView> create(DefinitionView wanted, String requestId) {
        return audiences
                .known(DefinitionMessage.of(wanted))
                .map(definition -> CreateStrategyRequest.newBuilder()
                        .setDefinition(definition)
                        .setRequestId(requestId)
                        .build())
                .chain(request -> calls.change(Service.LOYALTY, StrategyServiceGrpc.getCreateStrategyMethod(), request))
                .map(response -> view(response.getStrategy()));
    }

    Uni<StrategyView> get(String id) {
        var request = GetStrategyRequest.newBuilder().setId(id).build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getGetStrategyMethod(), request)
                .map(response -> view(response.getStrategy()));
    }

    Uni<Page<StrategyView>> list(int pageSize, String pageToken) {
        var request = ListStrategiesRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getListStrategiesMethod(), request)
                .map(response ->
                        Page.of(response.getStrategiesList(), StrategyClient::view, response.getNextPageToken()));
    }

    Uni<StrategyView> update(String id, String etag, DefinitionView wanted) {
        return audiences
                .known(DefinitionMessage.of(wanted))
                .map(definition -> UpdateStrategyRequest.newBuilder()
                        .setId(id)
                        .setEtag(etag)
                        .setDefinition(definition)
                        .build())
                .chain(request -> calls.change(Service.LOYALTY, StrategyServiceGrpc.getUpdateStrategyMethod(), request))
                .map(response -> view(response.getStrategy()));
    }

    Uni<List<VersionView>> versions(String id) {
        var request = ListStrategyVersionsRequest.newBuilder().setId(id).build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getListStrategyVersionsMethod(), request)
                .map(response -> response.getVersionsList().stream()
                        .map(StrategyClient::view)
                        .toList());
    }

    Uni<StrategyView> activate(String id, long confirmedReach) {
        var request = ActivateStrategyRequest.newBuilder()
                .setId(id)
                .setConfirmedReach(confirmedReach)
                .build();
        return calls.change(Service.LOYALTY, StrategyServiceGrpc.getActivateStrategyMethod(), request)
                .map(response -> view(response.getStrategy()));
    }

    Uni<StrategyView> pause(String id, String reason) {
        var request =
                PauseStrategyRequest.newBuilder().setId(id).setReason(reason).build();
        return calls.change(Service.LOYALTY, StrategyServiceGrpc.getPauseStrategyMethod(), request)
                .map(response -> view(response.getStrategy()));
    }

    Uni<PreviewView> preview(String id) {
        return preview(PreviewStrategyRequest.newBuilder().setId(id).build());
    }

    Uni<PreviewView> preview(DefinitionView definition) {
        return preview(PreviewStrategyRequest.newBuilder()
                .setDefinition(DefinitionMessage.of(definition))
                .build());
    }

    private Uni<PreviewView> preview(PreviewStrategyRequest request) {
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getPreviewStrategyMethod(), request)
                .map(StrategyClient::view);
    }

    Uni<ResultsView> results(String id) {
        var request = GetStrategyResultsRequest.newBuilder().setId(id).build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getGetStrategyResultsMethod(), request)
                .map(response -> ResultsMessage.view(response.getResults()));
    }

    Uni<List<TemplateView>> templates() {
        return calls.read(
                        Service.LOYALTY,
                        StrategyServiceGrpc.getListStrategyTemplatesMethod(),
                        ListStrategyTemplatesRequest.getDefaultInstance())
                .map(response -> response.getTemplatesList().stream()
                        .map(template -> new TemplateView(
                                template.getName(), DefinitionAnswerMessage.view(template.getDefinition())))
                        .toList());
    }

    Uni<Page<ActionRecordView>> actions(String strategyId, String state, int pageSize, String pageToken) {
        var request = ListStrategyActionsRequest.newBuilder()
                .setStrategyId(strategyId)
                .setState(Messages.constant(StrategyActionState.class, "state", state))
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getListStrategyActionsMethod(), request)
                .map(response -> Page.of(response.getActionsList(), StrategyClient::view, response.getNextPageToken()));
    }

    Uni<Page<ActionRecordView>> customerActions(String customerId, int pageSize, String pageToken) {
        var request = ListCustomerActionsRequest.newBuilder()
                .setCustomerId(customerId)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getListCustomerActionsMethod(), request)
                .map(response -> Page.of(response.getActionsList(), StrategyClient::view, response.getNextPageToken()));
    }

    Uni<List<OfferView>> offers(String customerId, String slot) {
        var request = ListCustomerOffersRequest.newBuilder()
                .setCustomerId(customerId)
                .setSlot(slot)
                .build();
        return calls.read(Service.LOYALTY, StrategyServiceGrpc.getListCustomerOffersMethod(), request)
                .map(StrategyClient::offers);
    }

    /** What to show a customer in any slot, for an answer that can do without it. */
    public Uni<List<OfferView>> offersPart(String customerId) {
        var request =
                ListCustomerOffersRequest.newBuilder().setCustomerId(customerId).build();
        return calls.readPart(Service.LOYALTY, StrategyServiceGrpc.getListCustomerOffersMethod(), request)
                .map(StrategyClient::offers);
    }

    private static List<OfferView> offers(ListCustomerOffersResponse response) {
        return response.getOffersList().stream().map(StrategyClient::view).toList();
    }

    private static StrategyView view(Strategy strategy) {
        return new StrategyView(
                strategy.getId(),
                DefinitionAnswerMessage.view(strategy.getDefinition()),
                strategy.getVersion(),
                Messages.name(strategy.getState()),
                Messages.text(strategy.getPauseReason()),
                strategy.getReach(),
                Messages.time(strategy.hasCreateTime(), strategy.getCreateTime()),
                Messages.time(strategy.hasUpdateTime(), strategy.getUpdateTime()),
                strategy.getEtag());
    }

    private static VersionView view(StrategyVersion version) {
        return new VersionView(
                version.getVersion(),
                DefinitionAnswerMessage.view(version.getDefinition()),
                version.getAuthor(),
                Messages.time(version.hasCreateTime(), version.getCreateTime()));
    }

    private static PreviewView view(PreviewStrategyResponse preview) {
        return new PreviewView(
                preview.getBasis(),
                preview.getShare(),
                preview.getCandidates(),
                preview.getActing(),
                preview.getHeldOut(),
                preview.getPassedList().stream()
                        .map(passed -> new PassedView(passed.getReason(), passed.getCustomers()))
                        .toList(),
                preview.getCustomerIdsList(),
                preview.getPoints(),
                preview.getCostMinorUnits());
    }

    private static ActionRecordView view(StrategyActionRecord action) {
        return new ActionRecordView(
                action.getId(),
                action.getStrategyId(),
                action.getStrategyVersion(),
                action.getCustomerId(),
                action.getKind(),
                Messages.name(action.getState()),
                Messages.text(action.getOutcome()),
                action.getOccasion(),
                action.getAttempts(),
                Messages.time(action.hasDueTime(), action.getDueTime()),
                Messages.time(action.hasCreateTime(), action.getCreateTime()),
                Messages.time(action.hasEndTime(), action.getEndTime()));
    }

    private static OfferView view(CustomerOffer offer) {
        return new OfferView(
                offer.getId(),
                offer.getStrategyId(),
                offer.getSlot(),
                offer.getTitle(),
                Messages.text(offer.getText()),
                offer.getProductIdsList(),
                Messages.time(offer.hasStartTime(), offer.getStartTime()),
                Messages.time(offer.hasEndTime(), offer.getEndTime()));
    }
}
