package io.smartcrm.customer.cleaning;

import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Which rules are applied to which fields, in their order. */
public record CleaningPlan(Map<CleanField, List<CleaningRule>> rules) {
    public static final CleaningPlan USUAL = new CleaningPlan(Map.of(
            CleanField.COUNTRY,
            List.of(CleaningRule.WIDTH, CleaningRule.BLANKS, CleaningRule.COUNTRY_CODE),
            CleanField.NAME,
            List.of(CleaningRule.WIDTH, CleaningRule.BLANKS, CleaningRule.FAMILY_LAST, CleaningRule.NAME_CASE),
            CleanField.EMAIL,
            List.of(CleaningRule.WIDTH, CleaningRule.BLANKS, CleaningRule.EMAIL_DOMAIN),
            CleanField.PHONE,
            List.of(CleaningRule.WIDTH, CleaningRule.BLANKS, CleaningRule.E164)));

    public CleaningPlan {
        var checked = new EnumMap<CleanField, List<CleaningRule>>(CleanField.class);
        rules.forEach((field, list) -> checked.put(field, checked(field, list)));
        if (checked.isEmpty()) {
            throw Failure.invalid("rules", "name no field");
        }
        rules = Map.copyOf(checked);
    }

    /** The profile as it should be written; itself when it is so. What no profile may hold is not written. */
    public Profile clean(Profile profile) {
        Profile cleaned = profile;
        for (CleanField field : CleanField.values()) {
            cleaned = clean(cleaned, field);
        }
        return cleaned.equals(profile) ? profile : cleaned;
    }

    private Profile clean(Profile profile, CleanField field) {
        String text = field.of(profile);
        if (text.isEmpty()) {
            return profile;
        }
        String cleaned = text;
        for (CleaningRule rule : rules.getOrDefault(field, List.of())) {
            cleaned = rule.apply(cleaned, profile.country());
        }
        try {
            return cleaned.isEmpty() ? profile : field.with(profile, cleaned);
        } catch (Failure unfit) {
            return profile;
        }
    }

    private static List<CleaningRule> checked(CleanField field, List<CleaningRule> list) {
        if (list.isEmpty()) {
            throw Failure.invalid("rules", "field " + field.label() + " has no rule");
        }
        if (new HashSet<>(list).size() < list.size()) {
            throw Failure.invalid("rules", "field " + field.label() + " has a rule twice");
        }
        for (CleaningRule rule : list) {
            if (!rule.fits(field)) {
                throw Failure.invalid("rules", "rule " + rule + " is not for field " + field.label());
            }
        }
        return List.copyOf(list);
    }
}
