package io.smartcrm.gateway.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a duplicate is merged. */
@Schema(name = "DuplicateAcceptance", examples = "{\"survivorship\": {\"phone\": \"WINNER\"}}")
public record Acceptance(
        @Schema(description = "One of the two; the one with the fuller profile when absent") @Nullable
        String winnerId,

        @Nullable SurvivorshipRules survivorship) {}
