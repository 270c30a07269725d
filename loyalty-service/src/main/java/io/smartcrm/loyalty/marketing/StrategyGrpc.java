package io.smartcrm.loyalty.marketing;

import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.campaign.Strategies;
import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.database.IdPage;
import io.smartcrm.loyalty.decision.Preview;
import io.smartcrm.loyalty.decision.Previews;
import io.smartcrm.loyalty.delivery.ActionRecord;
import io.smartcrm.loyalty.delivery.Actions;
import io.smartcrm.loyalty.result.Results;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Template;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyResponse;
import io.smartcrm.proto.loyalty.v1.CreateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.CreateStrategyResponse;
import io.smartcrm.proto.loyalty.v1.GetStrategyRequest;
import io.smartcrm.proto.loyalty.v1.GetStrategyResponse;
import io.smartcrm.proto.loyalty.v1.GetStrategyResultsRequest;
import io.smartcrm.proto.loyalty.v1.GetStrategyResultsResponse;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsResponse;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategiesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategiesResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyTemplatesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyTemplatesResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsResponse;
import io.smartcrm.proto.loyalty.v1.PauseStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PauseStrategyResponse;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyResponse;
import io.smartcrm.proto.loyalty.v1.StrategyActionState;
import io.smartcrm.proto.loyalty.v1.StrategyService;
import io.smartcrm.proto.loyalty.v1.StrategyTemplate;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyResponse;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;

/** Strategies over gRPC. */
@GrpcService
class StrategyGrpc implements StrategyService {
    /** Whom a definition would hold out that no strategy has yet. */
    private static final UUID TRIED = new UUID(0, 0);

    private static final long MAX_REACH = 1_000_000_000;

    private final Strategies strategies;
    private final Previews previews;
    private final Results results;
    private final Actions actions;
    private final Database database;
    private final SecurityIdentity caller;

    StrategyGrpc(
            Strategies strategies,
            Previews previews,
            Results results,
            Actions actions,
            Database database,
            SecurityIdentity caller) {
        this.strategies = strategies;
        this.previews = previews;
        this.results = results;
        this.actions = actions;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<CreateStrategyResponse> createStrategy(CreateStrategyRequest request) {
        Definition definition = DefinitionMessagesGrpc.definition(request.getDefinition());
        return Uni.createFrom()
                .item(database.once(
                        author(),
                        request.getRequestId(),
                        request,
                        CreateStrategyResponse.parser(),
                        connection -> CreateStrategyResponse.newBuilder()
                                .setStrategy(StrategyMessagesGrpc.message(
                                        strategies.create(connection, definition, author())))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetStrategyResponse> getStrategy(GetStrategyRequest request) {
        Strategy found = strategies.get(Fields.id("id", request.getId()));
        return Uni.createFrom()
                .item(GetStrategyResponse.newBuilder()
                        .setStrategy(StrategyMessagesGrpc.message(found))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListStrategiesResponse> listStrategies(ListStrategiesRequest request) {
        var page = IdPage.of("strategies", request.getPageSize(), request.getPageToken());
        var response = ListStrategiesResponse.newBuilder();
        page.answer(
                strategies.list(page.last(), page.limit()),
                Strategy::id,
                StrategyMessagesGrpc::message,
                response::addStrategies,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<UpdateStrategyResponse> updateStrategy(UpdateStrategyRequest request) {
        Strategy updated = strategies.update(
                Fields.id("id", request.getId()),
                request.getEtag(),
                DefinitionMessagesGrpc.definition(request.getDefinition()),
                author());
        return Uni.createFrom()
                .item(UpdateStrategyResponse.newBuilder()
                        .setStrategy(StrategyMessagesGrpc.message(updated))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListStrategyVersionsResponse> listStrategyVersions(ListStrategyVersionsRequest request) {
        var response = ListStrategyVersionsResponse.newBuilder();
        strategies.versions(Fields.id("id", request.getId())).stream()
                .map(StrategyMessagesGrpc::message)
                .forEach(response::addVersions);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<ActivateStrategyResponse> activateStrategy(ActivateStrategyRequest request) {
        Strategy active = previews.activate(
                Fields.id("id", request.getId()),
                Fields.number("confirmedReach", request.getConfirmedReach(), 0, MAX_REACH));
        return Uni.createFrom()
                .item(ActivateStrategyResponse.newBuilder()
                        .setStrategy(StrategyMessagesGrpc.message(active))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "marketer"})
    public Uni<PauseStrategyResponse> pauseStrategy(PauseStrategyRequest request) {
        Strategy paused =
                strategies.pause(Fields.id("id", request.getId()), Fields.text("reason", request.getReason(), 0, 500));
        return Uni.createFrom()
                .item(PauseStrategyResponse.newBuilder()
                        .setStrategy(StrategyMessagesGrpc.message(paused))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<PreviewStrategyResponse> previewStrategy(PreviewStrategyRequest request) {
        UUID id = request.getId().isEmpty() ? TRIED : Fields.id("id", request.getId());
        Definition definition = request.getId().isEmpty()
                ? DefinitionMessagesGrpc.definition(request.getDefinition())
                : strategies.get(id).definition();
        Preview preview = previews.preview(id, definition);
        return Uni.createFrom().item(StrategyMessagesGrpc.message(preview, definition));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetStrategyResultsResponse> getStrategyResults(GetStrategyResultsRequest request) {
        var found = results.of(Fields.id("id", request.getId()));
        return Uni.createFrom()
                .item(GetStrategyResultsResponse.newBuilder()
                        .setResults(ResultMessagesGrpc.message(found))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListStrategyTemplatesResponse> listStrategyTemplates(ListStrategyTemplatesRequest request) {
        var response = ListStrategyTemplatesResponse.newBuilder();
        for (Template template : Template.all()) {
            response.addTemplates(StrategyTemplate.newBuilder()
                    .setName(template.name())
                    .setDefinition(DefinitionMessagesGrpc.message(template.definition())));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListStrategyActionsResponse> listStrategyActions(ListStrategyActionsRequest request) {
        UUID strategy = Fields.id("strategyId", request.getStrategyId());
        String query = "strategy-actions/" + strategy + "/" + request.getState();
        var page = IdPage.of(query, request.getPageSize(), request.getPageToken());
        var response = ListStrategyActionsResponse.newBuilder();
        page.answer(
                actions.ofStrategy(strategy, state(request.getState()), page.last(), page.limit()),
                ActionRecord::id,
                ActionMessagesGrpc::message,
                response::addActions,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent"})
    public Uni<ListCustomerActionsResponse> listCustomerActions(ListCustomerActionsRequest request) {
        UUID customer = Fields.id("customerId", request.getCustomerId());
        var page = IdPage.of("customer-actions/" + customer, request.getPageSize(), request.getPageToken());
        var response = ListCustomerActionsResponse.newBuilder();
        page.answer(
                actions.ofCustomer(customer, page.last(), page.limit()),
                ActionRecord::id,
                ActionMessagesGrpc::message,
                response::addActions,
                response::setNextPageToken);
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListCustomerOffersResponse> listCustomerOffers(ListCustomerOffersRequest request) {
        UUID customer = Fields.id("customerId", request.getCustomerId());
        Optional<String> slot = request.getSlot().isEmpty() ? Optional.empty() : Optional.of(request.getSlot());
        var response = ListCustomerOffersResponse.newBuilder();
        actions.offers(customer, slot).stream().map(ActionMessagesGrpc::message).forEach(response::addOffers);
        return Uni.createFrom().item(response.build());
    }

    private static Optional<ActionRecord.State> state(StrategyActionState state) {
        return switch (state) {
            case STRATEGY_ACTION_STATE_DUE -> Optional.of(ActionRecord.State.DUE);
            case STRATEGY_ACTION_STATE_ORDERED -> Optional.of(ActionRecord.State.ORDERED);
            case STRATEGY_ACTION_STATE_DONE -> Optional.of(ActionRecord.State.DONE);
            case STRATEGY_ACTION_STATE_FAILED -> Optional.of(ActionRecord.State.FAILED);
            case STRATEGY_ACTION_STATE_CANCELLED -> Optional.of(ActionRecord.State.CANCELLED);
            case STRATEGY_ACTION_STATE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }

    private String author() {
        return caller.getPrincipal().getName();
    }
}
