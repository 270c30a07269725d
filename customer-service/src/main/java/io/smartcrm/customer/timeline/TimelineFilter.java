package io.smartcrm.customer.timeline;

import io.smartcrm.customer.listing.FilterForm;

/** What a timeline can be narrowed to. */
enum TimelineFilter implements FilterForm {
    KIND;

    @Override
    public String example() {
        return TimelineKind.INTERACTION.name();
    }
}
