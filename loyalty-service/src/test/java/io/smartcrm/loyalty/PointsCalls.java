package io.smartcrm.loyalty;

import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsRequest;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc.PointsServiceBlockingStub;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import java.util.List;

/** Points of the service under test, as an admin. */
public final class PointsCalls {
    private final PointsServiceBlockingStub points;

    public PointsCalls(Calls calls) {
        points = PointsServiceGrpc.newBlockingStub(calls.as("root", "admin"));
    }

    public PointsServiceBlockingStub stub() {
        return points;
    }

    public void grant(String customer, long number) {
        points.adjustPoints(AdjustPointsRequest.newBuilder()
                .setCustomerId(customer)
                .setPoints(number)
                .setReason("a start")
                .build());
    }

    public PointsAccount account(String customer) {
        return points.getPointsAccount(GetPointsAccountRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getAccount();
    }

    /** The latest first. */
    public List<PointsTransaction> history(String customer) {
        return points.listPointsTransactions(ListPointsTransactionsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getTransactionsList();
    }
}
