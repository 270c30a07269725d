package io.smartcrm.gateway.forecastmethod;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A method to forecast by from now on. */
@Schema(name = "NewMethodPromotion", examples = """
    {"method": "ensemble", "note": "smallest error of the last four runs"}\
    """)
public record NewPromotion(
        @Nullable String method, @Nullable String note) {}
