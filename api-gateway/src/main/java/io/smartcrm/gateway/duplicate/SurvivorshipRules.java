package io.smartcrm.gateway.duplicate;

import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose value of each field survives a merge; the usual rule where none is given. */
@Schema(
        name = "SurvivorshipRules",
        description = "MOST_RECENT, MOST_COMPLETE, SOURCE_PRIORITY or WINNER",
        examples = "{\"name\": \"MOST_COMPLETE\", \"email\": \"SOURCE_PRIORITY\", \"sources\": [\"crm\", \"shop\"]}")
public record SurvivorshipRules(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,

        @Schema(description = "Namespaces of identities, the most trusted first") @Nullable
        List<String> sources) {
    private static final Set<String> RULES = Set.of("MOST_RECENT", "MOST_COMPLETE", "SOURCE_PRIORITY", "WINNER");

    public SurvivorshipRules {
        check("name", name);
        check("email", email);
        check("phone", phone);
        check("country", country);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    private static void check(String field, @Nullable String rule) {
        if (rule != null && !RULES.contains(rule)) {
            throw Failure.invalid(
                    "survivorship." + field,
                    "'" + rule + "' is not one of: MOST_RECENT, MOST_COMPLETE, SOURCE_PRIORITY, WINNER");
        }
    }
}
