package io.smartcrm.loyalty.referral;

import static io.smartcrm.loyalty.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.ProgrammeCalls;
import io.smartcrm.proto.loyalty.v1.ClaimReferralRequest;
import io.smartcrm.proto.loyalty.v1.IssueReferralCodeRequest;
import io.smartcrm.proto.loyalty.v1.ListReferralsRequest;
import io.smartcrm.proto.loyalty.v1.ReferralServiceGrpc;
import io.smartcrm.proto.loyalty.v1.ReferralState;
import io.smartcrm.proto.loyalty.v1.ReferralTerms;
import io.smartcrm.wire.Failure;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Referrals as their users see them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralGrpcTest {
    private Calls calls;
    private ReferralServiceGrpc.ReferralServiceBlockingStub referrals;
    private ProgrammeCalls programme;

    @BeforeAll
    void aProgramme() {
        calls = new Calls();
        referrals = ReferralServiceGrpc.newBlockingStub(calls.as("alex", "agent"));
        programme = new ProgrammeCalls(calls);
        programme.put(ProgrammeCalls.empty().setActive(true).setReferrals(terms(200, 100, 20)));
    }

    @AfterAll
    void close() throws InterruptedException {
        programme.put(ProgrammeCalls.empty());
        calls.close();
    }

    @Test
    void referralsOfAMemberAreListedByThePage() {
        // Given
        String member = UUID.randomUUID().toString();
        String code = code(member);
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        referrals.claimReferral(claim(first, code));

        // When
        var claimed = referrals
                .claimReferral(claim(second, code.toLowerCase(Locale.ROOT)))
                .getReferral();
        var page = referrals.listReferrals(ListReferralsRequest.newBuilder()
                .setCustomerId(member)
                .setPageSize(1)
                .build());
        var next = referrals.listReferrals(ListReferralsRequest.newBuilder()
                .setCustomerId(member)
                .setPageSize(1)
                .setPageToken(page.getNextPageToken())
                .build());

        // Then
        assertThat(claimed.getState()).isEqualTo(ReferralState.REFERRAL_STATE_WAITING);
        assertThat(claimed.getReferrerPoints()).isEqualTo(200);
        assertThat(page.getReferrals(0).getReferredId()).isEqualTo(second);
        assertThat(next.getReferrals(0).getReferredId()).isEqualTo(first);
        assertThat(next.getNextPageToken()).isEmpty();
    }

    @Test
    void anUnknownCodeIsNotFound() {
        // When
        Failure failure =
                failureOf(() -> referrals.claimReferral(claim(UUID.randomUUID().toString(), "00000-00000-00000")));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.reason()).isEqualTo("REFERRAL_CODE_NOT_FOUND");
    }

    @ParameterizedTest(name = "{0} and {1} points, {2} a member: {3}")
    @CsvSource({"0, 0, 5, referrals", "5, 0, 0, perMember", "5, 0, 1001, perMember", "-1, 5, 5, referrerPoints"})
    void termsThatMeanNothingAreRefused(long referrer, long referred, int perMember, String field) {
        // When
        Failure failure = failureOf(
                () -> programme.put(ProgrammeCalls.empty().setReferrals(terms(referrer, referred, perMember))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains(field);
    }

    @Test
    void marketersReadReferralsOnly() {
        // Given
        var marketer = ReferralServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        String member = UUID.randomUUID().toString();

        // When
        Failure failure = failureOf(() -> marketer.issueReferralCode(
                IssueReferralCodeRequest.newBuilder().setCustomerId(member).build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(marketer.listReferrals(ListReferralsRequest.newBuilder()
                                .setCustomerId(member)
                                .build())
                        .getReferralsList())
                .isEmpty();
    }

    private String code(String member) {
        return referrals
                .issueReferralCode(IssueReferralCodeRequest.newBuilder()
                        .setCustomerId(member)
                        .build())
                .getCode();
    }

    private static ClaimReferralRequest claim(String customer, String code) {
        return ClaimReferralRequest.newBuilder()
                .setCustomerId(customer)
                .setCode(code)
                .setRequestId("refer " + customer)
                .build();
    }

    private static ReferralTerms terms(long referrer, long referred, int perMember) {
        return ReferralTerms.newBuilder()
                .setReferrerPoints(referrer)
                .setReferredPoints(referred)
                .setPerMember(perMember)
                .build();
    }
}
