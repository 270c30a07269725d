package io.smartcrm.gateway.quality;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.datajob.DataJobClient;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.quality.QualityReportView.MeasureView;
import io.smartcrm.gateway.quality.QualityReportView.OutlierView;
import io.smartcrm.gateway.quality.QualityReportView.SpreadView;
import io.smartcrm.proto.customer.v1.FigureSpread;
import io.smartcrm.proto.customer.v1.GetQualityReportRequest;
import io.smartcrm.proto.customer.v1.GetQualityTrendRequest;
import io.smartcrm.proto.customer.v1.QualityDimension;
import io.smartcrm.proto.customer.v1.QualityReport;
import io.smartcrm.proto.customer.v1.QualityServiceGrpc;
import io.smartcrm.proto.customer.v1.StartQualityReportRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Asks customer-service how good its data is. */
@ApplicationScoped
class QualityClient {
    private static final List<String> DIMENSIONS =
            List.of("COMPLETENESS", "VALIDITY", "UNIQUENESS", "CONSISTENCY", "TIMELINESS");

    private final Calls calls;

    QualityClient(Calls calls) {
        this.calls = calls;
    }

    Uni<DataJobView> start(String requestId) {
        var request =
                StartQualityReportRequest.newBuilder().setRequestId(requestId).build();
        return calls.change(Service.CUSTOMER, QualityServiceGrpc.getStartQualityReportMethod(), request)
                .map(response -> DataJobClient.view(response.getJob()));
    }

    /** @param day empty: the latest */
    Uni<QualityReportView> report(String day) {
        var request = GetQualityReportRequest.newBuilder().setDay(day).build();
        return calls.read(Service.CUSTOMER, QualityServiceGrpc.getGetQualityReportMethod(), request)
                .map(response -> view(response.getReport()));
    }

    Uni<QualityTrend> trend(String field, String dimension, int days) {
        if (!DIMENSIONS.contains(dimension)) {
            throw Failure.invalid("dimension", "'" + dimension + "' is none of " + DIMENSIONS);
        }
        var request = GetQualityTrendRequest.newBuilder()
                .setField(field)
                .setDimension(QualityDimension.valueOf(Messages.prefix(QualityDimension.class) + dimension))
                .setDays(days)
                .build();
        return calls.read(Service.CUSTOMER, QualityServiceGrpc.getGetQualityTrendMethod(), request)
                .map(response -> new QualityTrend(response.getPointsList().stream()
                        .map(point -> new QualityTrend.PointView(point.getDay(), point.getShare()))
                        .toList()));
    }

    private static QualityReportView view(QualityReport report) {
        return new QualityReportView(
                report.getDay(),
                Messages.time(report.hasCreateTime(), report.getCreateTime()),
                report.getCustomers(),
                report.getMeasuresList().stream()
                        .map(measure -> new MeasureView(
                                measure.getField(),
                                Messages.name(measure.getDimension()),
                                measure.getShare(),
                                measure.getGood(),
                                measure.getTotal()))
                        .toList(),
                report.getSpreadsList().stream().map(QualityClient::view).toList());
    }

    private static SpreadView view(FigureSpread spread) {
        return new SpreadView(
                spread.getFigure(),
                spread.getCustomers(),
                Messages.finite(spread.getMean()),
                Messages.finite(spread.getStandardDeviation()),
                Messages.finite(spread.getMedian()),
                Messages.finite(spread.getScaledDeviation()),
                spread.getOutliersByDeviation(),
                spread.getOutliersByMedian(),
                spread.getOutliersList().stream()
                        .map(outlier -> new OutlierView(
                                outlier.getCustomerId(),
                                Messages.finite(outlier.getValue()),
                                Messages.finite(outlier.getZScore()),
                                Messages.finite(outlier.getMedianScore())))
                        .toList());
    }
}
