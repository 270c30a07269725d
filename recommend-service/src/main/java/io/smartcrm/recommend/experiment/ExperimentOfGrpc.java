package io.smartcrm.recommend.experiment;

import com.google.protobuf.Timestamp;
import io.smartcrm.proto.recommend.v1.ExperimentState;
import io.smartcrm.proto.recommend.v1.ExperimentVariant;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.proto.recommend.v1.VariantComparison;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads experiments off the wire, and writes them on it. */
final class ExperimentOfGrpc {
    private ExperimentOfGrpc() {}

    static ComparedScenario scenario(Scenario scenario) {
        return switch (scenario) {
            case SCENARIO_UNSPECIFIED, SCENARIO_FOR_CUSTOMER -> ComparedScenario.FOR_CUSTOMER;
            case SCENARIO_EMAIL -> ComparedScenario.EMAIL;
            case SCENARIO_BUY_AGAIN,
                    SCENARIO_NEXT_IN_SESSION,
                    SCENARIO_WITH_BASKET,
                    SCENARIO_TRENDING,
                    SCENARIO_NEW_ARRIVALS,
                    SCENARIO_POPULAR,
                    SCENARIO_KNOWLEDGE_GRAPH,
                    UNRECOGNIZED ->
                throw Failure.invalid(
                        "scenario", "only FOR_CUSTOMER and EMAIL are made of all signals and can be compared");
        };
    }

    static Variant variant(ExperimentVariant variant) {
        if (variant.getWeightsMap().isEmpty()) {
            return new Variant(variant.getName(), variant.getShare(), Weights.DEFAULT);
        }
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        variant.getWeightsMap().forEach((name, weight) -> weights.put(signal(name), weight(name, weight)));
        return new Variant(variant.getName(), variant.getShare(), new Weights(weights));
    }

    private static Signal signal(String name) {
        return Arrays.stream(Signal.values())
                .filter(signal -> signal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid(
                        "variants", "the weight '" + name + "' is none of " + Arrays.toString(Signal.values())));
    }

    private static double weight(String name, double weight) {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw Failure.invalid("variants", "the weight of " + name + " is not a number of at least 0");
        }
        return weight;
    }

    static io.smartcrm.proto.recommend.v1.Experiment message(Experiment experiment) {
        var message = io.smartcrm.proto.recommend.v1.Experiment.newBuilder()
                .setId(experiment.id().toString())
                .setName(experiment.name())
                .setScenario(message(experiment.scenario()))
                .addAllVariants(experiment.variants().stream()
                        .map(ExperimentOfGrpc::message)
                        .toList())
                .setState(message(experiment.state()))
                .setCreateTime(timestamp(experiment.createTime()));
        experiment.startTime().ifPresent(start -> message.setStartTime(timestamp(start)));
        experiment.stopTime().ifPresent(stop -> message.setStopTime(timestamp(stop)));
        return message.build();
    }

    private static Scenario message(ComparedScenario scenario) {
        return switch (scenario) {
            case FOR_CUSTOMER -> Scenario.SCENARIO_FOR_CUSTOMER;
            case EMAIL -> Scenario.SCENARIO_EMAIL;
        };
    }

    private static ExperimentState message(Experiment.State state) {
        return switch (state) {
            case DRAFT -> ExperimentState.EXPERIMENT_STATE_DRAFT;
            case RUNNING -> ExperimentState.EXPERIMENT_STATE_RUNNING;
            case STOPPED -> ExperimentState.EXPERIMENT_STATE_STOPPED;
        };
    }

    private static ExperimentVariant message(Variant variant) {
        return ExperimentVariant.newBuilder()
                .setName(variant.name())
                .setShare(variant.share())
                .putAllWeights(variant.weights().of().entrySet().stream()
                        .collect(Collectors.toMap(weight -> weight.getKey().name(), Map.Entry::getValue)))
                .build();
    }

    static io.smartcrm.proto.recommend.v1.VariantResult message(VariantResult result) {
        var message = io.smartcrm.proto.recommend.v1.VariantResult.newBuilder()
                .setVariant(result.variant().name())
                .setExposed(result.conversion().exposed())
                .setConverted(result.conversion().converted());
        result.comparison().ifPresent(comparison -> message.setComparison(message(comparison)));
        return message.build();
    }

    private static VariantComparison message(Comparison comparison) {
        return VariantComparison.newBuilder()
                .setDifference(comparison.difference())
                .setLow(comparison.low())
                .setHigh(comparison.high())
                .setPValue(comparison.pValue())
                .setSequentialLow(comparison.sequentialLow())
                .setSequentialHigh(comparison.sequentialHigh())
                .setSequentialPValue(comparison.sequentialPValue())
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
