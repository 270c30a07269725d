package io.smartcrm.customer.supportcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.smartcrm.customer.supportcase.CaseFigures.Measure;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupportCaseTest {
    private static final Instant START = Instant.parse("2026-01-02T10:00:00Z");
    private static final CaseParts PARTS =
            new CaseParts(CaseStatus.NEW, CasePriority.NORMAL, "email", "Broken lamp", List.of(), "", 0);

    private final SupportCase opened = SupportCase.open(new UUID(1, 2), PARTS, START);

    @Test
    void theFirstAnswerOfAnAgentIsTheFirstResponse() {
        // When
        SupportCase noted = opened.receive(CaseAuthor.NOTE, after(5));
        SupportCase answered = noted.receive(CaseAuthor.AGENT, after(10)).receive(CaseAuthor.AGENT, after(20));

        // Then
        assertThat(noted.firstResponseTime()).isEmpty();
        assertThat(answered.firstResponseTime()).contains(after(10));
        assertThat(answered.parts().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(answered.messageCount()).isEqualTo(3);
    }

    @Test
    void aCustomerWhoWritesAgainReopensWhatWasResolvedAndTakesTheRatingBack() {
        // Given
        SupportCase rated = to(opened, CaseStatus.RESOLVED, 60)
                .update("2", List.of("satisfaction"), parts(CaseStatus.NEW, 4), after(70));

        // When
        SupportCase reopened = rated.receive(CaseAuthor.CUSTOMER, after(80));

        // Then
        assertThat(rated.parts().satisfaction()).isEqualTo(4);
        assertThat(reopened.parts().status()).isEqualTo(CaseStatus.REOPENED);
        assertThat(reopened.resolveTime()).isEmpty();
        assertThat(reopened.parts().satisfaction()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"NEW, REOPENED", "OPEN, CLOSED", "PENDING, CLOSED", "RESOLVED, OPEN", "CLOSED, OPEN", "REOPENED, NEW"})
    void aStepThatDoesNotFollowIsRefused(CaseStatus from, CaseStatus to) {
        assertThat(from.next()).doesNotContain(to);
        assertThat(catchThrowableOfType(Failure.class, () -> parts(from, 0).with("status", parts(to, 0)))
                        .reason())
                .isEqualTo("CASE_STATUS_IMPOSSIBLE");
    }

    @Test
    void onlyAResolvedCaseIsRated() {
        // When
        var failure = catchThrowableOfType(
                Failure.class, () -> opened.update("1", List.of("satisfaction"), parts(CaseStatus.NEW, 5), after(1)));

        // Then
        assertThat(failure.reason()).isEqualTo("CASE_NOT_RESOLVED");
    }

    @Test
    void aStaleEtagOrAnUnknownPathIsRefused() {
        assertThat(catchThrowableOfType(Failure.class, () -> opened.update("9", List.of("tags"), PARTS, START))
                        .kind())
                .isEqualTo(Failure.Kind.STALE);
        assertThat(catchThrowableOfType(Failure.class, () -> opened.update("1", List.of("openTime"), PARTS, START))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
    }

    @Test
    void figuresFollowEachChange() {
        // Given
        SupportCase answered = opened.receive(CaseAuthor.AGENT, after(10));
        SupportCase resolved = to(answered, CaseStatus.RESOLVED, 345);

        // When
        var change = CaseFigures.change(Optional.of(answered), resolved);
        var reopened = CaseFigures.change(Optional.of(resolved), resolved.receive(CaseAuthor.CUSTOMER, after(400)));

        // Then
        assertThat(change).hasSize(1).allSatisfy((entry, count) -> {
            assertThat(entry.measure()).isEqualTo(Measure.RESOLUTION);
            assertThat(entry.value()).isEqualTo(340);
            assertThat(count).isEqualTo(1);
        });
        assertThat(reopened.values()).containsExactly(-1L);
    }

    @Test
    void theMedianIsTheValueInTheMiddle() {
        // Given
        var figures = new CaseFigures();
        figures.add(Measure.RESOLUTION, 10, 2);
        figures.add(Measure.RESOLUTION, 30, 1);
        figures.add(Measure.RESOLUTION, 900, 2);
        figures.add(Measure.SATISFACTION, 4, 1);
        figures.add(Measure.SATISFACTION, 5, 1);

        // Then
        assertThat(figures.median(Measure.RESOLUTION)).isEqualTo(30);
        assertThat(figures.mean(Measure.SATISFACTION)).isEqualTo(4.5);
        assertThat(figures.median(Measure.FIRST_RESPONSE)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "99, 99", "123, 120", "98765, 98000"})
    void minutesAreKeptToTwoDigits(long minutes, long kept) {
        assertThat(CaseFigures.twoDigits(minutes)).isEqualTo(kept);
    }

    private static SupportCase to(SupportCase from, CaseStatus status, int minutes) {
        return from.update(from.etag(), List.of("status"), parts(status, 0), after(minutes));
    }

    private static CaseParts parts(CaseStatus status, int satisfaction) {
        return new CaseParts(status, CasePriority.NORMAL, "email", "Broken lamp", List.of(), "", satisfaction);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }
}
