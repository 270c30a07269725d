package io.smartcrm.forecast.stateless;

import io.smartcrm.forecast.accuracy.SeriesProfile;
import io.smartcrm.forecast.forecasting.DemandClass;
import io.smartcrm.proto.forecast.v1.DemandPattern;

/** What kind of series it is, as a message. */
public final class ProfileGrpc {
    private ProfileGrpc() {}

    public static io.smartcrm.proto.forecast.v1.SeriesProfile of(SeriesProfile profile) {
        return io.smartcrm.proto.forecast.v1.SeriesProfile.newBuilder()
                .setPattern(of(profile.demand()))
                .setTrendStrength(profile.trendStrength())
                .setSeasonStrength(profile.seasonStrength())
                .build();
    }

    private static DemandPattern of(DemandClass demand) {
        return switch (demand) {
            case SMOOTH -> DemandPattern.DEMAND_PATTERN_SMOOTH;
            case ERRATIC -> DemandPattern.DEMAND_PATTERN_ERRATIC;
            case INTERMITTENT -> DemandPattern.DEMAND_PATTERN_INTERMITTENT;
            case LUMPY -> DemandPattern.DEMAND_PATTERN_LUMPY;
        };
    }
}
