package io.smartcrm.gateway.recommendation;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.recommendation.ExperimentViews.ComparisonView;
import io.smartcrm.gateway.recommendation.ExperimentViews.ExperimentView;
import io.smartcrm.gateway.recommendation.ExperimentViews.NewExperiment;
import io.smartcrm.gateway.recommendation.ExperimentViews.NewVariant;
import io.smartcrm.gateway.recommendation.ExperimentViews.VariantView;
import io.smartcrm.proto.recommend.v1.CreateExperimentRequest;
import io.smartcrm.proto.recommend.v1.Experiment;
import io.smartcrm.proto.recommend.v1.ExperimentServiceGrpc;
import io.smartcrm.proto.recommend.v1.ExperimentVariant;
import io.smartcrm.proto.recommend.v1.GetExperimentRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.proto.recommend.v1.StartExperimentRequest;
import io.smartcrm.proto.recommend.v1.StopExperimentRequest;
import io.smartcrm.proto.recommend.v1.VariantComparison;
import io.smartcrm.proto.recommend.v1.VariantResult;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks recommend-service about experiments. */
@ApplicationScoped
class ExperimentClient {
    private final Calls calls;

    ExperimentClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ExperimentView> create(NewExperiment wanted, String requestId) {
        var request = CreateExperimentRequest.newBuilder()
                .setRequestId(requestId)
                .setName(Parameters.text(wanted.name()))
                .setScenario(Messages.constant(Scenario.class, "scenario", wanted.scenario()));
        List<@Nullable NewVariant> variants = wanted.variants();
        if (variants != null) {
            variants.forEach(variant -> request.addVariants(message(variant)));
        }
        return calls.change(Service.RECOMMEND, ExperimentServiceGrpc.getCreateExperimentMethod(), request.build())
                .map(response -> view(response.getExperiment(), List.of()));
    }

    Uni<Page<ExperimentView>> list(int pageSize, String pageToken) {
        var request = ListExperimentsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.RECOMMEND, ExperimentServiceGrpc.getListExperimentsMethod(), request)
                .map(response -> Page.of(
                        response.getExperimentsList(),
                        experiment -> view(experiment, List.of()),
                        response.getNextPageToken()));
    }

    Uni<ExperimentView> get(String id) {
        var request = GetExperimentRequest.newBuilder().setId(id).build();
        return calls.read(Service.RECOMMEND, ExperimentServiceGrpc.getGetExperimentMethod(), request)
                .map(response -> view(response.getExperiment(), response.getResultsList()));
    }

    Uni<ExperimentView> start(String id) {
        var request = StartExperimentRequest.newBuilder().setId(id).build();
        return calls.change(Service.RECOMMEND, ExperimentServiceGrpc.getStartExperimentMethod(), request)
                .map(response -> view(response.getExperiment(), List.of()));
    }

    Uni<ExperimentView> stop(String id) {
        var request = StopExperimentRequest.newBuilder().setId(id).build();
        return calls.change(Service.RECOMMEND, ExperimentServiceGrpc.getStopExperimentMethod(), request)
                .map(response -> view(response.getExperiment(), List.of()));
    }

    private static ExperimentVariant message(@Nullable NewVariant variant) {
        if (variant == null) {
            throw Failure.invalid("variants", "one is null");
        }
        var message = ExperimentVariant.newBuilder()
                .setName(Parameters.text(variant.name()))
                .setShare(variant.share());
        Map<String, @Nullable Double> weights = variant.weights();
        if (weights != null) {
            weights.forEach((signal, weight) -> message.putWeights(signal, present(signal, weight)));
        }
        return message.build();
    }

    private static double present(String signal, @Nullable Double weight) {
        if (weight == null) {
            throw Failure.invalid("variants", "the weight of " + signal + " is null");
        }
        return weight;
    }

    private static ExperimentView view(Experiment experiment, List<VariantResult> results) {
        Map<String, VariantResult> byName =
                results.stream().collect(Collectors.toMap(VariantResult::getVariant, Function.identity()));
        return new ExperimentView(
                experiment.getId(),
                experiment.getName(),
                Messages.name(experiment.getScenario()),
                Messages.name(experiment.getState()),
                Messages.time(experiment.hasCreateTime(), experiment.getCreateTime()),
                Messages.time(experiment.hasStartTime(), experiment.getStartTime()),
                Messages.time(experiment.hasStopTime(), experiment.getStopTime()),
                experiment.getVariantsList().stream()
                        .map(variant -> view(variant, byName.get(variant.getName())))
                        .toList());
    }

    private static VariantView view(ExperimentVariant variant, @Nullable VariantResult result) {
        return new VariantView(
                variant.getName(),
                variant.getShare(),
                variant.getWeightsMap(),
                result == null ? null : result.getExposed(),
                result == null ? null : result.getConverted(),
                result == null || !result.hasComparison() ? null : view(result.getComparison()));
    }

    private static ComparisonView view(VariantComparison comparison) {
        return new ComparisonView(
                comparison.getDifference(),
                comparison.getLow(),
                comparison.getHigh(),
                comparison.getPValue(),
                comparison.getSequentialLow(),
                comparison.getSequentialHigh(),
                comparison.getSequentialPValue());
    }
}
