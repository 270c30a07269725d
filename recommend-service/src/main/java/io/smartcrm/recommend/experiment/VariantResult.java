package io.smartcrm.recommend.experiment;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What became of the customers of a variant.
 *
 * @param comparison with the control; empty for the control itself
 */
public record VariantResult(Variant variant, Conversion conversion, Optional<Comparison> comparison) {
    public VariantResult {
        requireNonNull(variant, "variant is null");
        requireNonNull(conversion, "conversion is null");
        requireNonNull(comparison, "comparison is null");
    }
}
