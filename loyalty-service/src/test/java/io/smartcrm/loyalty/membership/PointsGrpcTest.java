package io.smartcrm.loyalty.membership;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.ProgrammeCalls.teaClub;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.PointsCalls;
import io.smartcrm.loyalty.ProgrammeCalls;
import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityRequest;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.SpendPointsRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import io.smartcrm.wire.Failure;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Points and the ledger, as users see them. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointsGrpcTest {
    private Calls calls;
    private ProgrammeCalls programme;
    private PointsCalls points;

    @BeforeAll
    void aProgramme() {
        calls = new Calls();
        programme = new ProgrammeCalls(calls);
        points = new PointsCalls(calls);
        programme.put(teaClub());
    }

    @AfterAll
    void close() throws InterruptedException {
        programme.put(teaClub().setActive(false));
        calls.close();
    }

    @Test
    void whatIsSimulatedChangesNothing() {
        // Given
        String customer = newCustomer();
        points.grant(customer, 100);

        // When
        PointsTransaction simulated = points.stub()
                .spendPoints(SpendPointsRequest.newBuilder()
                        .setCustomerId(customer)
                        .setPoints(70)
                        .setDryRun(true)
                        .build())
                .getTransaction();

        // Then
        assertThat(simulated.getAvailableAfter()).isEqualTo(30);
        assertThat(points.account(customer).getAvailable()).isEqualTo(100);
        assertThat(points.history(customer)).hasSize(1);
    }

    @Test
    void negativePointsAndTooManyAreRefused() {
        // Given
        String customer = newCustomer();
        var spend = SpendPointsRequest.newBuilder().setCustomerId(customer);

        // When
        Failure negative =
                failureOf(() -> points.stub().spendPoints(spend.setPoints(-5).build()));
        Failure tooMany =
                failureOf(() -> points.stub().spendPoints(spend.setPoints(5).build()));
        Failure unknown = failureOf(() -> points.stub()
                .redeemReward(RedeemRewardRequest.newBuilder()
                        .setCustomerId(customer)
                        .setRewardId(newCustomer())
                        .build()));

        // Then
        assertThat(negative.violations().get(0).field()).isEqualTo("points");
        assertThat(tooMany.reason()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(unknown.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void theLedgerHoldsAndItsLiabilityIsPriced() {
        // Given
        points.grant(newCustomer(), 1000);

        // When
        var verified = points.stub().verifyLedger(VerifyLedgerRequest.getDefaultInstance());
        var owed = points.stub().getPointsLiability(GetPointsLiabilityRequest.getDefaultInstance());

        // Then
        assertThat(verified.getHolds()).as(verified.toString()).isTrue();
        assertThat(owed.getAvailable()).isGreaterThanOrEqualTo(1000);
        assertThat(owed.getExpectedCost().getMinorUnits())
                .isEqualTo((owed.getAvailable() + owed.getPending() - owed.getExpectedBreakage()) * 500 / 1000);
    }

    @Test
    void rolesAreKept() {
        // Given
        var agent = PointsServiceGrpc.newBlockingStub(calls.as("alex", "agent"));
        var marketer = PointsServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        var adjust = AdjustPointsRequest.newBuilder()
                .setCustomerId(newCustomer())
                .setPoints(5)
                .setReason("sorry")
                .build();
        var spend = SpendPointsRequest.newBuilder()
                .setCustomerId(newCustomer())
                .setPoints(5)
                .build();

        // Then
        assertThat(failureOf(() -> agent.adjustPoints(adjust)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> marketer.spendPoints(spend)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> agent.verifyLedger(VerifyLedgerRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> PointsServiceGrpc.newBlockingStub(calls.anonymous())
                                .adjustPoints(adjust))
                        .kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    private static String newCustomer() {
        return UUID.randomUUID().toString();
    }
}
