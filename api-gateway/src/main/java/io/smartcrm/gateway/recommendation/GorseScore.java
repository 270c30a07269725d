package io.smartcrm.gateway.recommendation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** A product and its score as Gorse names them. */
@RegisterForReflection
public record GorseScore(
        @JsonProperty("Id") String id,
        @JsonProperty("Score") double score) {
    static List<GorseScore> of(Recommendations recommendations) {
        return recommendations.items().stream()
                .map(item -> new GorseScore(item.productId(), item.score() == null ? 0 : item.score()))
                .toList();
    }
}
