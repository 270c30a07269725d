package io.smartcrm.customer.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.profile.Profile;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningPlanTest {
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "BLANKS,'Ada \u00a0 Lovelace',Ada Lovelace",
        "WIDTH,'Ａｄａ',Ada",
        "NAME_CASE,ada lovelace,Ada Lovelace",
        "NAME_CASE,ZOË O'BRIEN-SMITH,Zoë O'Brien-Smith",
        "NAME_CASE,Ada McDonald,Ada McDonald",
        "NAME_CASE,王小明,王小明",
        "NO_TITLE,Dr. Mrs Ada Lovelace,Ada Lovelace",
        "NO_TITLE,王小明先生,王小明",
        "NO_TITLE,Drew Mrazek,Drew Mrazek",
        "FAMILY_LAST,'Lovelace, Ada',Ada Lovelace",
        "FAMILY_LAST,'Smith, Jones, and Sons','Smith, Jones, and Sons'"
    })
    void namesAreWrittenAsPeopleWriteThem(CleaningRule rule, String before, String after) {
        // Given
        var plan = new CleaningPlan(Map.of(CleanField.NAME, List.of(rule)));

        // When
        Profile cleaned = plan.clean(new Profile(before, "", "", ""));

        // Then
        assertThat(cleaned.name()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "LOWER_CASE,Ada@Example.ORG,ada@example.org",
        "EMAIL_DOMAIN,Ada@Example.ORG,Ada@example.org",
        "EMAIL_PROVIDER,Ada.L+shop@GoogleMail.com,adal@gmail.com",
        "EMAIL_PROVIDER,Ada.L+shop@Outlook.com,ada.l@outlook.com",
        "EMAIL_PROVIDER,Ada.L+shop@example.org,Ada.L+shop@example.org"
    })
    void addressesAreWrittenAsTheirProvidersReadThem(CleaningRule rule, String before, String after) {
        // Given
        var plan = new CleaningPlan(Map.of(CleanField.EMAIL, List.of(rule)));

        // When
        Profile cleaned = plan.clean(new Profile("", before, "", ""));

        // Then
        assertThat(cleaned.email()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "020 7946 0018,GB,+442079460018",
        "020 7946 0018,United Kingdom,+442079460018",
        "0044 20 7946 0018,'',+442079460018",
        "+86 138-0013-8000,FR,+8613800138000",
        "13800138000,CN,+8613800138000",
        "020 7946 0018,'',020 7946 0018",
        "12,GB,12",
        "call me,GB,call me"
    })
    void numbersAreWrittenInE164WhereTheyCanBeNumbers(String before, String country, String after) {
        // Given
        var plan = new CleaningPlan(Map.of(CleanField.PHONE, List.of(CleaningRule.E164)));

        // When
        Profile cleaned = plan.clean(new Profile("", "", before, country));

        // Then
        assertThat(cleaned.phone()).isEqualTo(after);
    }

    @Test
    void theUsualPlanCleansEveryFieldAndIsContentWithItsOwnWork() {
        // Given
        var dirty = new Profile("LOVELACE,  ADA", "Ada@Example.ORG", "020 7946 0018", "great britain");

        // When
        Profile cleaned = CleaningPlan.USUAL.clean(dirty);

        // Then
        assertThat(cleaned).isEqualTo(new Profile("Ada Lovelace", "Ada@example.org", "+442079460018", "GB"));
        assertThat(CleaningPlan.USUAL.clean(cleaned)).isSameAs(cleaned);
    }

    @Test
    void aRuleThatIsNotForAFieldIsRefused() {
        assertThatThrownBy(() -> new CleaningPlan(Map.of(CleanField.NAME, List.of(CleaningRule.E164))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("E164 is not for field name");
        assertThatThrownBy(() -> new CleaningPlan(Map.of(CleanField.NAME, List.of())))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("has no rule");
        assertThatThrownBy(() ->
                        new CleaningPlan(Map.of(CleanField.NAME, List.of(CleaningRule.BLANKS, CleaningRule.BLANKS))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new CleaningPlan(Map.of())).isInstanceOf(Failure.class);
    }
}
