package io.smartcrm.gateway.quality;

import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which rules are applied to which fields, in their order; the usual ones when there is none. */
@Schema(
        name = "CleaningPlan",
        description = "Rules: BLANKS, WIDTH (all fields); NAME_CASE, NO_TITLE, FAMILY_LAST (name); LOWER_CASE, "
                + "EMAIL_DOMAIN, EMAIL_PROVIDER (email); E164 (phone); COUNTRY_CODE (country)",
        examples = "{\"rules\": {\"name\": [\"BLANKS\", \"NAME_CASE\"], \"phone\": [\"E164\"]}}")
public record CleaningPlan(
        @Nullable Map<String, List<String>> rules,

        @Schema(description = "Of a preview: how many of the latest customers to look at; 1,000 when absent") @Nullable
        Integer customers) {
    public CleaningPlan {
        var copy = new TreeMap<String, List<String>>();
        if (rules != null) {
            rules.forEach((field, list) -> copy.put(field, checked(field, list)));
        }
        rules = Map.copyOf(copy);
    }

    private static List<String> checked(String field, @Nullable List<String> list) {
        if (list == null) {
            throw Failure.invalid("rules." + field, "is not a list of rules");
        }
        return List.copyOf(list);
    }
}
