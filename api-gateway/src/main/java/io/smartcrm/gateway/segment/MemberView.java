package io.smartcrm.gateway.segment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A customer in a segment. */
@Schema(name = "SegmentMember")
public record MemberView(String customerId, @Nullable Instant enterTime) {}
