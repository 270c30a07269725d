package io.smartcrm.forecast.champion;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.proto.forecast.v1.ForecastMethodService;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsRequest;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsResponse;
import io.smartcrm.proto.forecast.v1.MethodPromotion;
import io.smartcrm.proto.forecast.v1.PromoteMethodRequest;
import io.smartcrm.proto.forecast.v1.PromoteMethodResponse;
import io.smartcrm.proto.forecast.v1.RestoreMethodRequest;
import io.smartcrm.proto.forecast.v1.RestoreMethodResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Promotions over gRPC; everything happens on worker threads. */
@GrpcService
public class ChampionGrpc implements ForecastMethodService {
    private static final String QUERY = "method-promotions";
    private static final int LONGEST_NAME = 60;

    private final Champions champions;
    private final SecurityIdentity caller;

    ChampionGrpc(Champions champions, SecurityIdentity caller) {
        this.champions = champions;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListMethodPromotionsResponse> listMethodPromotions(ListMethodPromotionsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        List<Champion> found = champions.list(below(request.getPageToken()), size);
        var response = ListMethodPromotionsResponse.newBuilder();
        found.stream().limit(size).map(ChampionGrpc::message).forEach(response::addPromotions);
        if (found.size() > size) {
            String last = Integer.toString(found.get(size - 1).version());
            response.setNextPageToken(PageToken.of(last).encode(QUERY));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<PromoteMethodResponse> promoteMethod(PromoteMethodRequest request) {
        Champion promoted = champions.promote(
                method("method", request.getMethod()),
                candidates(request.getCandidatesList()),
                request.getNote(),
                userName(),
                request.getRequestId());
        return Uni.createFrom()
                .item(PromoteMethodResponse.newBuilder()
                        .setPromotion(message(promoted))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<RestoreMethodResponse> restoreMethod(RestoreMethodRequest request) {
        Champion restored =
                champions.restore(request.getVersion(), request.getNote(), userName(), request.getRequestId());
        return Uni.createFrom()
                .item(RestoreMethodResponse.newBuilder()
                        .setPromotion(message(restored))
                        .build());
    }

    private String userName() {
        return caller.getPrincipal().getName();
    }

    private static int below(String token) {
        if (token.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(PageToken.decode(token, QUERY, 1).keys().get(0));
        } catch (NumberFormatException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    private static List<Method> candidates(List<String> names) {
        int most = Method.values().length;
        if (names.size() > most) {
            throw Failure.invalid("candidates", names.size() + " names; there are " + most + " methods");
        }
        List<Method> candidates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String field = "candidates[" + i + "]";
            Method candidate = method(field, names.get(i));
            if (candidates.contains(candidate)) {
                throw Failure.invalid(field, candidate.id() + " is there twice");
            }
            candidates.add(candidate);
        }
        return candidates;
    }

    private static Method method(String field, String name) {
        try {
            return Method.named(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid(field, String.valueOf(unknown.getMessage()));
        }
    }

    private static MethodPromotion message(Champion champion) {
        var message = MethodPromotion.newBuilder()
                .setVersion(champion.version())
                .setMethod(champion.methods().champion().id())
                .addAllCandidates(
                        champion.methods().candidates().stream().map(Method::id).toList())
                .setNote(champion.note())
                .setRestoredVersion(champion.restoredVersion().orElse(0))
                .setUserName(champion.userName())
                .setCodeVersion(champion.codeVersion());
        champion.promoteTime().ifPresent(time -> message.setPromoteTime(message(time)));
        champion.dataTime().ifPresent(time -> message.setDataTime(message(time)));
        return message.build();
    }

    private static Timestamp message(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
