package io.smartcrm.gateway.duplicate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Two customers that are one. */
@Schema(examples = """
    {"winnerId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0aa", \
    "loserId": "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0bb", "survivorship": {"email": "MOST_RECENT"}}\
    """)
public record NewMerge(
        @Nullable String winnerId,
        @Nullable String loserId,
        @Nullable SurvivorshipRules survivorship) {}
