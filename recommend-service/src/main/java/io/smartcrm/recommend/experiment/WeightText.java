package io.smartcrm.recommend.experiment;

import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Weights as they are stored: {@code TASTE=1.0 POPULAR=0.4}. */
final class WeightText {
    private WeightText() {}

    static String of(Weights weights) {
        return Arrays.stream(Signal.values())
                .filter(weights.of()::containsKey)
                .map(signal -> signal + "=" + weights.of(signal))
                .collect(Collectors.joining(" "));
    }

    static Weights parse(String text) {
        Map<Signal, Double> weights = new EnumMap<>(Signal.class);
        for (String part : text.split(" ", -1)) {
            int equals = part.indexOf('=');
            weights.put(Signal.valueOf(part.substring(0, equals)), Double.valueOf(part.substring(equals + 1)));
        }
        return new Weights(weights);
    }
}
