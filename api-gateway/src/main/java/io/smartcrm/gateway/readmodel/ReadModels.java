package io.smartcrm.gateway.readmodel;

import io.smartcrm.gateway.http.MissingPart;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How far every service has come.
 *
 * @param current whether every service answered and has nothing left to read or derive
 * @param partial services that did not answer
 */
public record ReadModels(boolean current, List<ReadModelView> services, List<MissingPart> partial) {
    public ReadModels {
        services = List.copyOf(services);
        partial = List.copyOf(partial);
    }

    /** How far one service has come. */
    @Schema(name = "ReadModel")
    public record ReadModelView(
            @Schema(examples = "loyalty-service") String service,

            @Schema(description = "False while events wait or results are being derived")
            boolean current,

            @Schema(description = "Scores and models rest on events up to here") @Nullable
            Instant derivedTime,

            List<TopicView> topics) {
        public ReadModelView {
            topics = List.copyOf(topics);
        }
    }

    /** How far a service has come on one topic. */
    @Schema(name = "TopicProgress")
    public record TopicView(
            String topic,
            String group,
            long lagRecords,

            @Schema(description = "Age of the last event applied while others wait, else 0") @Nullable
            Double lagSeconds) {}
}
