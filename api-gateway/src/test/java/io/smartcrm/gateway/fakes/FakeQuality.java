package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.DataJobKind;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.FigureSpread;
import io.smartcrm.proto.customer.v1.GetQualityReportRequest;
import io.smartcrm.proto.customer.v1.GetQualityReportResponse;
import io.smartcrm.proto.customer.v1.GetQualityTrendRequest;
import io.smartcrm.proto.customer.v1.GetQualityTrendResponse;
import io.smartcrm.proto.customer.v1.Outlier;
import io.smartcrm.proto.customer.v1.QualityDimension;
import io.smartcrm.proto.customer.v1.QualityMeasure;
import io.smartcrm.proto.customer.v1.QualityReport;
import io.smartcrm.proto.customer.v1.QualityServiceGrpc.QualityServiceImplBase;
import io.smartcrm.proto.customer.v1.QualityTrendPoint;
import io.smartcrm.proto.customer.v1.StartQualityReportRequest;
import io.smartcrm.proto.customer.v1.StartQualityReportResponse;

/** A report of the day that is asked for; the latest is of 2026-11-22. */
final class FakeQuality extends QualityServiceImplBase {
    private static final String LATEST = "2026-11-22";

    @Override
    public void startQualityReport(
            StartQualityReportRequest request, StreamObserver<StartQualityReportResponse> answer) {
        Ids.complete(
                answer,
                StartQualityReportResponse.newBuilder()
                        .setJob(FakeDataJobs.job(
                                DataJobKind.DATA_JOB_KIND_QUALITY_REPORT, DataJobState.DATA_JOB_STATE_WAITING))
                        .build());
    }

    @Override
    public void getQualityReport(GetQualityReportRequest request, StreamObserver<GetQualityReportResponse> answer) {
        var report = QualityReport.newBuilder()
                .setDay(request.getDay().isEmpty() ? LATEST : request.getDay())
                .setCustomers(4)
                .addMeasures(QualityMeasure.newBuilder()
                        .setField("email")
                        .setDimension(QualityDimension.QUALITY_DIMENSION_VALIDITY)
                        .setShare(.75)
                        .setGood(3)
                        .setTotal(4))
                .addSpreads(FigureSpread.newBuilder()
                        .setFigure("order.total.EUR")
                        .setMean(10)
                        .setMedian(Double.NaN)
                        .addOutliers(
                                Outlier.newBuilder().setCustomerId(Ids.KNOWN).setZScore(4)));
        Ids.complete(
                answer, GetQualityReportResponse.newBuilder().setReport(report).build());
    }

    @Override
    public void getQualityTrend(GetQualityTrendRequest request, StreamObserver<GetQualityTrendResponse> answer) {
        Ids.complete(
                answer,
                GetQualityTrendResponse.newBuilder()
                        .addPoints(QualityTrendPoint.newBuilder().setDay(LATEST).setShare(.5))
                        .build());
    }
}
