package io.smartcrm.loyalty.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.ledger.NegativePolicy;
import io.smartcrm.loyalty.programme.Programme;
import io.smartcrm.loyalty.referral.Referral.State;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstOrderTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Programme.Terms TERMS = new Programme.Terms(
            Instant.EPOCH, "EUR", Period.ofDays(14), Period.ofMonths(12), NegativePolicy.OWE, 0, 500);

    @ParameterizedTest(name = "{0} {1} cents, {2} refunded, placed after {3} days, seen after {4}: {5}")
    @CsvSource({
        "EUR, 2000, 0, 1, 15, CREDITED",
        "EUR, 2000, 0, 1, 14, WAITING",
        "EUR, 2000, 0, -1, 30, BOUGHT_BEFORE",
        "EUR, 2000, -2000, 1, 15, GIVEN_BACK",
        "EUR, 2000, -1, 1, 15, TOO_SMALL",
        "EUR, 2001, -1, 1, 15, CREDITED",
        "EUR, 1999, 0, 1, 15, TOO_SMALL",
        "GBP, 2000, 0, 1, 15, TOO_SMALL",
    })
    void whatBecomesOfAReferral(String currency, long cents, long refunded, int placed, int seen, State expected) {
        // Given
        var referral = new Referral(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                State.WAITING,
                200,
                100,
                2000,
                Optional.empty(),
                NOON,
                Optional.empty(),
                Optional.empty());
        var order = new FirstOrder(UUID.randomUUID(), NOON.plus(Duration.ofDays(placed)), currency, cents, refunded);

        // When
        State state = order.decide(referral, TERMS, NOON.plus(Duration.ofDays(seen)));

        // Then
        assertThat(state).isEqualTo(expected);
    }
}
