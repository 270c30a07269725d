package io.smartcrm.forecast.plan;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.plan.PlanEntry.Content;
import io.smartcrm.forecast.plan.PlanEntry.Planned;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.ScopeGrpc;
import io.smartcrm.outbox.Database;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryResponse;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryResponse;
import io.smartcrm.proto.forecast.v1.DemandPlanEntry;
import io.smartcrm.proto.forecast.v1.DemandPlanService;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesRequest;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesResponse;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The gRPC edge of what is planned; everything happens on worker threads. */
@GrpcService
public class PlanGrpc implements DemandPlanService {
    private static final String QUERY = "demand-plan-entries";
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_PROMOTION = 366;
    /** A slip in a year is met sooner than a plan from outside this time. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    private final Plans plans;
    private final Database database;
    private final SecurityIdentity caller;

    PlanGrpc(Plans plans, Database database, SecurityIdentity caller) {
        this.plans = plans;
        this.database = database;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<CreateDemandPlanEntryResponse> createDemandPlanEntry(CreateDemandPlanEntryRequest request) {
        Content content = content(request.getEntry());
        String principal = caller.getPrincipal().getName();
        return Uni.createFrom()
                .item(database.once(
                        principal,
                        request.getRequestId(),
                        request,
                        CreateDemandPlanEntryResponse.parser(),
                        connection -> CreateDemandPlanEntryResponse.newBuilder()
                                .setEntry(message(plans.create(connection, content, principal)))
                                .build()));
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListDemandPlanEntriesResponse> listDemandPlanEntries(ListDemandPlanEntriesRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<DemandScope> scope =
                request.hasScope() ? Optional.of(plannable(ScopeGrpc.scope(request.getScope()))) : Optional.empty();
        String query = QUERY + scope;
        Optional<UUID> after = request.getPageToken().isEmpty()
                ? Optional.empty()
                : Optional.of(id(
                        "pageToken",
                        PageToken.decode(request.getPageToken(), query, 1)
                                .keys()
                                .get(0)));
        List<PlanEntry> found = plans.list(scope, after, size);
        var response = ListDemandPlanEntriesResponse.newBuilder();
        found.stream().limit(size).map(PlanGrpc::message).forEach(response::addEntries);
        if (found.size() > size) {
            response.setNextPageToken(
                    PageToken.of(found.get(size - 1).id().toString()).encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<DeleteDemandPlanEntryResponse> deleteDemandPlanEntry(DeleteDemandPlanEntryRequest request) {
        plans.delete(id("id", request.getId()));
        return Uni.createFrom().item(DeleteDemandPlanEntryResponse.getDefaultInstance());
    }

    private static Content content(DemandPlanEntry entry) {
        if (entry.getNote().length() > LONGEST_NOTE) {
            throw Failure.invalid(
                    "note", "has " + entry.getNote().length() + " characters; " + LONGEST_NOTE + " are allowed");
        }
        return new Content(plannable(ScopeGrpc.scope(entry.getScope())), planned(entry), entry.getNote());
    }

    private static DemandScope plannable(DemandScope scope) {
        if (scope instanceof DemandScope.Product
                || scope instanceof DemandScope.Category
                || scope instanceof DemandScope.Total) {
            return scope;
        }
        throw Failure.invalid("scope", "can be a product, a category or everything: what is sold has a price");
    }

    private static Planned planned(DemandPlanEntry entry) {
        return switch (entry.getPlannedCase()) {
            case PROMOTION -> {
                Promotion promotion = DaysGrpc.promotion("promotion", entry.getPromotion());
                sensible("promotion.firstDay", promotion.first());
                if (promotion.first().plusDays(LONGEST_PROMOTION).isBefore(promotion.last())) {
                    throw Failure.invalid(
                            "promotion.lastDay", promotion.last() + " is more than " + LONGEST_PROMOTION + " days on");
                }
                yield new Planned.Promoted(promotion);
            }
            case PRICE -> {
                double price = DaysGrpc.price("price", entry.getPrice());
                LocalDate first =
                        DaysGrpc.day("price.firstDay", entry.getPrice().getFirstDay());
                yield new Planned.Priced(sensible("price.firstDay", first), price);
            }
            case PLANNED_NOT_SET -> throw Failure.invalid("promotion", "is missing; plan a promotion or a price");
        };
    }

    private static LocalDate sensible(String field, LocalDate day) {
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw Failure.invalid(field, day + " is not between " + FIRST_DAY + " and " + LAST_DAY);
        }
        return day;
    }

    private static UUID id(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid(field, ScopeGrpc.quoted(text) + " is not one of ours");
        }
    }

    private static DemandPlanEntry message(PlanEntry entry) {
        Instant time = entry.createTime();
        var message = DemandPlanEntry.newBuilder()
                .setId(entry.id().toString())
                .setScope(ScopeGrpc.message(entry.content().scope()))
                .setNote(entry.content().note())
                .setUserName(entry.userName())
                .setCreateTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
        if (entry.content().planned() instanceof Planned.Promoted promoted) {
            message.setPromotion(PlannedPromotion.newBuilder()
                    .setFirstDay(promoted.promotion().first().toString())
                    .setLastDay(promoted.promotion().last().toString()));
        }
        if (entry.content().planned() instanceof Planned.Priced priced) {
            message.setPrice(PlannedPrice.newBuilder()
                    .setFirstDay(priced.first().toString())
                    .setPrice(priced.price()));
        }
        return message.build();
    }
}
