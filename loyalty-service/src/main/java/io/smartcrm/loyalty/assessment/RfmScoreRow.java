package io.smartcrm.loyalty.assessment;

import io.smartcrm.loyalty.rfm.Money;
import io.smartcrm.loyalty.rfm.Purchases;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.rfm.Segment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the present scoring; written by {@link RfmScoring} only. */
@Entity
@Immutable
@Table(name = "rfm_score")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
class RfmScoreRow {
    @Id
    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "last_order_time")
    Instant lastOrderTime;

    @Column(name = "recency_days")
    int recencyDays;

    long frequency;

    @Column(name = "currency_code")
    String currencyCode;

    @Column(name = "monetary_minor_units")
    long monetaryMinorUnits;

    @Column(name = "recency_score")
    short recencyScore;

    @Column(name = "frequency_score")
    short frequencyScore;

    @Column(name = "monetary_score")
    short monetaryScore;

    @Enumerated(EnumType.STRING)
    Segment segment;

    @Column(name = "score_time")
    Instant scoreTime;

    RfmScore toDomain() {
        return new RfmScore(
                customerId,
                lastOrderTime,
                new Purchases(recencyDays, frequency, new Money(currencyCode, monetaryMinorUnits)),
                new RfmCode(recencyScore, frequencyScore, monetaryScore),
                segment,
                scoreTime);
    }
}
