package io.smartcrm.forecast.series;

import io.smartcrm.proto.forecast.v1.TotalScope;
import io.smartcrm.wire.Failure;
import java.util.UUID;

/** Whose demand, as messages say it. */
public final class ScopeGrpc {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_QUOTE = 60;

    private ScopeGrpc() {}

    /** @throws Failure INVALID when none is named or its name cannot be one */
    public static DemandScope scope(io.smartcrm.proto.forecast.v1.DemandScope scope) {
        return switch (scope.getScopeCase()) {
            case TOTAL -> new DemandScope.Total();
            case PRODUCT_ID -> new DemandScope.Product(id("scope.productId", "product", scope.getProductId()));
            case CATEGORY -> new DemandScope.Category(name("scope.category", scope.getCategory()));
            case COUNTRY -> new DemandScope.Country(name("scope.country", scope.getCountry()));
            case CHANNEL -> new DemandScope.Channel(name("scope.channel", scope.getChannel()));
            case SEGMENT_ID -> new DemandScope.Segment(id("scope.segmentId", "segment", scope.getSegmentId()));
            case SCOPE_NOT_SET ->
                throw Failure.invalid(
                        "scope", "is missing; choose total, productId, category, country, channel or segmentId");
        };
    }

    public static io.smartcrm.proto.forecast.v1.DemandScope message(DemandScope scope) {
        var message = io.smartcrm.proto.forecast.v1.DemandScope.newBuilder();
        if (scope instanceof DemandScope.Product product) {
            return message.setProductId(product.id().toString()).build();
        }
        if (scope instanceof DemandScope.Category category) {
            return message.setCategory(category.name()).build();
        }
        if (scope instanceof DemandScope.Country country) {
            return message.setCountry(country.name()).build();
        }
        if (scope instanceof DemandScope.Channel channel) {
            return message.setChannel(channel.name()).build();
        }
        if (scope instanceof DemandScope.Segment segment) {
            return message.setSegmentId(segment.id().toString()).build();
        }
        return message.setTotal(TotalScope.getDefaultInstance()).build();
    }

    private static UUID id(String field, String thing, String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid(field, quoted(id) + " is not the id of a " + thing + " (a UUID)");
        }
    }

    private static String name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Failure.invalid(
                    field,
                    "has " + name.length() + " characters; 1 to " + LONGEST_NAME + ", not all blank, are allowed");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character");
        }
        return name;
    }

    /** What a caller sent, as much of it as an answer can carry. */
    public static String quoted(String text) {
        return text.length() > LONGEST_QUOTE ? "'" + text.substring(0, LONGEST_QUOTE) + "...'" : "'" + text + "'";
    }
}
