package io.smartcrm.bench.recommend;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Times as benchmark files write them. */
final class PointInTime {
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}(\\.\\d*)?");
    private static final Pattern WITH_OFFSET = Pattern.compile(".*(Z|[+-]\\d{2}:\\d{2})");

    private PointInTime() {}

    /**
     * Seconds since 1970 of a day, a local time (taken as UTC, with a blank or T in between), a time with offset or a
     * plain number of such seconds; empty when the text is none of these.
     */
    static OptionalLong parse(String text) {
        if (EPOCH_SECONDS.matcher(text).matches()) {
            return OptionalLong.of((long) Double.parseDouble(text));
        }
        String iso = text.replace(' ', 'T');
        try {
            if (iso.indexOf('T') < 0) {
                return OptionalLong.of(LocalDate.parse(iso).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC));
            }
            return OptionalLong.of(
                    WITH_OFFSET.matcher(iso).matches()
                            ? OffsetDateTime.parse(iso).toEpochSecond()
                            : LocalDateTime.parse(iso).toEpochSecond(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }
}
