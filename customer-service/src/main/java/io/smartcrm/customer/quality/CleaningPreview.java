package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.CleanField;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a plan would change among some customers. */
record CleaningPreview(int customers, Map<CleanField, FieldPreview> fields) {
    CleaningPreview {
        fields = Map.copyOf(fields);
    }

    /** What would change in one field, with a few examples. */
    record FieldPreview(int changed, List<Sample> samples) {
        FieldPreview {
            samples = List.copyOf(samples);
        }
    }

    record Sample(UUID customer, String before, String after) {}
}
