package io.smartcrm.gateway.segment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Customers of whom a condition is true. */
@Schema(name = "Segment")
public record SegmentView(
        String id,
        String name,
        @Nullable String description,

        @Schema(description = "LIVE follows its customers, STATIC stays as it was evaluated")
        String kind,

        @Schema(description = "In the segment language") String definition,
        long definitionVersion,

        @Schema(description = "WAITING for its evaluation, READY or FAILED")
        String state,

        long memberCount,
        @Nullable Instant evaluateTime,
        @Nullable String failure,
        @Nullable Instant createTime,
        @Nullable Instant updateTime,
        @JsonIgnore @Schema(hidden = true) String etag) {}
