package io.smartcrm.customer.quality;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.job.Job;
import io.smartcrm.customer.job.JobGrpc;
import io.smartcrm.customer.job.JobKind;
import io.smartcrm.customer.job.Jobs;
import io.smartcrm.proto.customer.v1.FigureSpread;
import io.smartcrm.proto.customer.v1.GetQualityReportRequest;
import io.smartcrm.proto.customer.v1.GetQualityReportResponse;
import io.smartcrm.proto.customer.v1.GetQualityTrendRequest;
import io.smartcrm.proto.customer.v1.GetQualityTrendResponse;
import io.smartcrm.proto.customer.v1.Outlier;
import io.smartcrm.proto.customer.v1.QualityDimension;
import io.smartcrm.proto.customer.v1.QualityMeasure;
import io.smartcrm.proto.customer.v1.QualityReport;
import io.smartcrm.proto.customer.v1.QualityService;
import io.smartcrm.proto.customer.v1.QualityTrendPoint;
import io.smartcrm.proto.customer.v1.StartQualityReportRequest;
import io.smartcrm.proto.customer.v1.StartQualityReportResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;

/** Reports of quality over gRPC; everything runs on worker threads. */
@GrpcService
class QualityGrpc implements QualityService {
    private static final String PREFIX = "QUALITY_DIMENSION_";

    private final QualityReports reports;
    private final Jobs jobs;
    private final SecurityIdentity caller;

    QualityGrpc(QualityReports reports, Jobs jobs, SecurityIdentity caller) {
        this.reports = reports;
        this.jobs = jobs;
        this.caller = caller;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<StartQualityReportResponse> startQualityReport(StartQualityReportRequest request) {
        Job job = jobs.start(JobKind.QUALITY_REPORT, "{}", caller.getPrincipal().getName(), request.getRequestId());
        return Uni.createFrom()
                .item(StartQualityReportResponse.newBuilder()
                        .setJob(JobGrpc.message(job))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetQualityReportResponse> getQualityReport(GetQualityReportRequest request) {
        Report report = reports.get(request.getDay());
        return Uni.createFrom()
                .item(GetQualityReportResponse.newBuilder()
                        .setReport(message(report))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetQualityTrendResponse> getQualityTrend(GetQualityTrendRequest request) {
        var response = GetQualityTrendResponse.newBuilder();
        reports.trend(request.getField(), dimension(request.getDimension()), request.getDays())
                .forEach(point -> response.addPoints(QualityTrendPoint.newBuilder()
                        .setDay(point.day().toString())
                        .setShare(point.share())));
        return Uni.createFrom().item(response.build());
    }

    private static Dimension dimension(QualityDimension dimension) {
        if (dimension == QualityDimension.UNRECOGNIZED || dimension == QualityDimension.QUALITY_DIMENSION_UNSPECIFIED) {
            throw Failure.invalid(
                    "dimension", "is not one of: COMPLETENESS, VALIDITY, UNIQUENESS, CONSISTENCY, TIMELINESS");
        }
        return Dimension.valueOf(dimension.name().substring(PREFIX.length()));
    }

    private static QualityReport message(Report report) {
        var message = QualityReport.newBuilder()
                .setDay(report.day().toString())
                .setCreateTime(timestamp(report.createTime()))
                .setCustomers(report.customers());
        for (Measure measure : report.measures()) {
            message.addMeasures(QualityMeasure.newBuilder()
                    .setField(measure.field())
                    .setDimension(QualityDimension.valueOf(
                            PREFIX + measure.dimension().name()))
                    .setShare(measure.share())
                    .setGood(measure.good())
                    .setTotal(measure.total()));
        }
        report.spreads().forEach(spread -> message.addSpreads(message(spread)));
        return message.build();
    }

    private static FigureSpread message(Spread spread) {
        var message = FigureSpread.newBuilder()
                .setFigure(spread.figure())
                .setCustomers(spread.customers())
                .setMean(spread.mean())
                .setStandardDeviation(spread.standardDeviation())
                .setMedian(spread.median())
                .setScaledDeviation(spread.scaledDeviation())
                .setOutliersByDeviation(spread.outliersByDeviation())
                .setOutliersByMedian(spread.outliersByMedian());
        spread.outliers()
                .forEach(outlier -> message.addOutliers(Outlier.newBuilder()
                        .setCustomerId(outlier.customer())
                        .setValue(outlier.value())
                        .setZScore(outlier.zScore())
                        .setMedianScore(outlier.medianScore())));
        return message.build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
