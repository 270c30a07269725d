package io.smartcrm.gateway.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How duplicates are searched for. */
@Schema(name = "NewDuplicateSearch", examples = "{\"autoMerge\": false, \"mergeFrom\": 0.9, \"reviewFrom\": 0.3}")
public record NewSearch(
        @Schema(description = "0.5 to 1; from this probability on pairs are certain. 0.55 when absent") @Nullable
        Double mergeFrom,

        @Schema(description = "0.01 to mergeFrom; from this probability on a person is asked. 0.1 when absent")
        @Nullable
        Double reviewFrom,

        @Schema(description = "Merge certain pairs without asking; otherwise a person is asked about them too")
        @Nullable
        Boolean autoMerge,

        @Schema(description = "An attribute that tells people apart", examples = "birthDate") @Nullable
        String attribute,

        @Nullable SurvivorshipRules survivorship) {}
