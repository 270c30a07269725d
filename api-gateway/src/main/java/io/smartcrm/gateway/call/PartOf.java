package io.smartcrm.gateway.call;

import io.smartcrm.gateway.http.MissingPart;
import io.smartcrm.wire.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of an answer that is made of several: there, absent because there is nothing to tell, or missing for a reason.
 *
 * @param answer empty when there is nothing to tell or it is missing
 * @param missing why it could not be had
 * @param failure what {@code missing} says, for who cannot do without the part
 */
public record PartOf<T>(Optional<T> answer, Optional<MissingPart> missing, Optional<Failure> failure) {
    static <T> PartOf<T> answered(@Nullable T answer) {
        return new PartOf<>(Optional.ofNullable(answer), Optional.empty(), Optional.empty());
    }

    static <T> PartOf<T> missing(String part, Service service, Failure failure) {
        return new PartOf<>(
                Optional.empty(), Optional.of(MissingPart.of(part, service.label(), failure)), Optional.of(failure));
    }
}
