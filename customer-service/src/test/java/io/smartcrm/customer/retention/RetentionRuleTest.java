package io.smartcrm.customer.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.customer.retention.RetentionRule.Action;
import io.smartcrm.customer.retention.RetentionRule.Kind;
import io.smartcrm.wire.Failure;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionRuleTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void whatIsOlderThanItsDaysIsTooOld() {
        // Given
        RetentionRule rule = rule(Kind.INTERACTION, Action.ERASE, 28, true);
        // When
        Instant before = rule.before(NOW);
        // Then
        assertThat(before).isEqualTo("2026-02-01T00:00:00Z");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "INACTIVE_CUSTOMER", mode = EnumSource.Mode.EXCLUDE)
    void onlyCustomersAreAnonymised(Kind kind) {
        // When
        var failure = catchThrowableOfType(Failure.class, () -> rule(kind, Action.ANONYMISE, 30, false));
        // Then
        assertThat(failure.violations().get(0).field()).isEqualTo("rule.action");
        assertThat(failure.violations().get(0).detail()).contains(kind.name());
    }

    @ParameterizedTest(name = "{0} {1} after {2} days beside {3} {4} after {5}: {6}")
    @CsvSource(
            nullValues = "",
            value = {
                "INTERACTION, ERASE, 90, INTERACTION, ERASE, 30, delete it first",
                "INACTIVE_CUSTOMER, ANONYMISE, 900, INACTIVE_CUSTOMER, ERASE, 800, leaves nobody to anonymise",
                "INACTIVE_CUSTOMER, ERASE, 800, INACTIVE_CUSTOMER, ANONYMISE, 800, leaves nobody to anonymise",
                "INACTIVE_CUSTOMER, ERASE, 900, INACTIVE_CUSTOMER, ANONYMISE, 800,",
                "INTERACTION, ERASE, 799, INACTIVE_CUSTOMER, ANONYMISE, 800, inactive too early",
                "INACTIVE_CUSTOMER, ERASE, 800, SUPPORT_CASE, ERASE, 30, inactive too early",
                "INACTIVE_CUSTOMER, ERASE, 800, SUPPORT_CASE, ERASE, 800,",
                "INTERACTION, ERASE, 30, SUPPORT_CASE, ERASE, 60,",
                "CONSENT_RECORD, ERASE, 30, INACTIVE_CUSTOMER, ERASE, 60,",
            })
    void rulesThatMakeNoSenseTogetherSayWhy(
            Kind kind, Action action, int days, Kind otherKind, Action otherAction, int otherDays, String why) {
        // Given
        RetentionRule rule = rule(kind, action, days, true);
        RetentionRule other = rule(otherKind, otherAction, otherDays, true);
        // When
        String contradiction = rule.contradiction(other).orElse("");
        // Then
        assertThat(contradiction.isEmpty()).isEqualTo(why == null);
        assertThat(contradiction).contains(why == null ? "" : why);
    }

    @Test
    void aRuleThatNobodyAppliesContradictsNone() {
        // Given
        RetentionRule rule = rule(Kind.INTERACTION, Action.ERASE, 30, true);
        RetentionRule idle = rule(Kind.INTERACTION, Action.ERASE, 90, false);
        // When
        var contradiction = rule.contradiction(idle);
        // Then
        assertThat(contradiction).isEmpty();
        assertThat(idle.contradiction(rule)).isEmpty();
    }

    private static RetentionRule rule(Kind kind, Action action, int days, boolean active) {
        return new RetentionRule(UUID.randomUUID(), kind, action, days, active, NOW);
    }
}
