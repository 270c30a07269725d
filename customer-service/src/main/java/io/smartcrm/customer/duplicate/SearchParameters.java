package io.smartcrm.customer.duplicate;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.matching.Thresholds;
import io.smartcrm.customer.merging.FieldRule;
import io.smartcrm.customer.merging.Survivorship;
import io.smartcrm.wire.Failure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a search for duplicates is asked to do, as its job keeps it. */
final class SearchParameters {
    private static final int MAX_ATTRIBUTE = 40;

    private final Thresholds thresholds;
    private final boolean autoMerge;
    private final String attribute;
    private final Survivorship survivorship;

    /** @param attribute that tells people apart; empty: none */
    SearchParameters(Thresholds thresholds, boolean autoMerge, String attribute, Survivorship survivorship) {
        this.thresholds = requireNonNull(thresholds, "thresholds is null");
        this.autoMerge = autoMerge;
        this.attribute = requireNonNull(attribute, "attribute is null");
        this.survivorship = requireNonNull(survivorship, "survivorship is null");
        if (attribute.length() > MAX_ATTRIBUTE) {
            throw Failure.invalid("attribute", "is longer than " + MAX_ATTRIBUTE + " characters");
        }
    }

    Thresholds thresholds() {
        return thresholds;
    }

    boolean autoMerge() {
        return autoMerge;
    }

    String attribute() {
        return attribute;
    }

    Survivorship survivorship() {
        return survivorship;
    }

    String toJson() {
        return new JsonObject()
                .put("mergeFrom", thresholds.merge())
                .put("reviewFrom", thresholds.review())
                .put("autoMerge", autoMerge)
                .put("attribute", attribute)
                .put("name", survivorship.name().name())
                .put("email", survivorship.email().name())
                .put("phone", survivorship.phone().name())
                .put("country", survivorship.country().name())
                .put("sources", new JsonArray(survivorship.sources()))
                .encode();
    }

    static SearchParameters of(String json) {
        var told = new JsonObject(json);
        return new SearchParameters(
                new Thresholds(told.getDouble("mergeFrom"), told.getDouble("reviewFrom")),
                told.getBoolean("autoMerge"),
                told.getString("attribute"),
                new Survivorship(
                        FieldRule.valueOf(told.getString("name")),
                        FieldRule.valueOf(told.getString("email")),
                        FieldRule.valueOf(told.getString("phone")),
                        FieldRule.valueOf(told.getString("country")),
                        told.getJsonArray("sources").stream()
                                .map(String::valueOf)
                                .toList()));
    }
}
