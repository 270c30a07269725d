package io.smartcrm.forecast.series;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the read model has come: a single row, written by {@link SeriesTables}. */
@Entity
@Table(name = "series_state")
class SeriesStateRow {
    static final short ONLY = 1;

    @Id
    Short id = ONLY;

    @Column(name = "event_time")
    @Nullable
    Instant eventTime;
}
