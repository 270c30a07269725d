package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.CleanField;
import io.smartcrm.customer.cleaning.CleaningPlan;
import io.smartcrm.customer.cleaning.CleaningRule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A plan as its job keeps it. */
final class PlanJson {
    private PlanJson() {}

    static String of(CleaningPlan plan) {
        var json = new JsonObject();
        plan.rules()
                .forEach((field, rules) -> json.put(
                        field.name(),
                        new JsonArray(rules.stream().map(Enum::name).toList())));
        return json.encode();
    }

    static CleaningPlan read(String json) {
        Map<CleanField, List<CleaningRule>> rules = new EnumMap<>(CleanField.class);
        var told = new JsonObject(json);
        for (String field : told.fieldNames()) {
            rules.put(
                    CleanField.valueOf(field),
                    told.getJsonArray(field).stream()
                            .map(rule -> CleaningRule.valueOf(rule.toString()))
                            .toList());
        }
        return new CleaningPlan(rules);
    }
}
