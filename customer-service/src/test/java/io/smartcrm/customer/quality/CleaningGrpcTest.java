package io.smartcrm.customer.quality;

import static io.smartcrm.customer.Calls.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.customer.People;
import io.smartcrm.proto.customer.v1.CleaningRule;
import io.smartcrm.proto.customer.v1.CleaningRules;
import io.smartcrm.proto.customer.v1.CleaningServiceGrpc;
import io.smartcrm.proto.customer.v1.CleaningServiceGrpc.CleaningServiceBlockingStub;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.GetQualityReportRequest;
import io.smartcrm.proto.customer.v1.GetQualityTrendRequest;
import io.smartcrm.proto.customer.v1.PreviewCleaningRequest;
import io.smartcrm.proto.customer.v1.QualityDimension;
import io.smartcrm.proto.customer.v1.QualityReport;
import io.smartcrm.proto.customer.v1.QualityServiceGrpc;
import io.smartcrm.proto.customer.v1.StartCleaningRequest;
import io.smartcrm.proto.customer.v1.StartQualityReportRequest;
import io.smartcrm.proto.customer.v1.UndoCleaningRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.wire.Failure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cleaning and measuring over gRPC. */
@QuarkusTest
class CleaningGrpcTest {
    private static final CleaningRules PHONES = CleaningRules.newBuilder()
            .setField("phone")
            .addRules(CleaningRule.CLEANING_RULE_E164)
            .build();

    private final String unique = People.unique();
    private Calls calls;
    private People people;
    private CleaningServiceBlockingStub cleanings;

    @BeforeEach
    void connect() {
        calls = new Calls();
        people = new People(calls.as("ada", "admin"));
        cleanings = CleaningServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aPreviewShowsWhatWouldChangeAndChangesNothing() {
        // Given
        Customer customer = people.create(unique, "", "020 7946 0018", "GB");

        // When
        var preview = cleanings
                .previewCleaning(PreviewCleaningRequest.newBuilder()
                        .addRules(PHONES)
                        .setCustomers(1)
                        .build())
                .getPreview();

        // Then
        assertThat(preview.getCustomers()).isEqualTo(1);
        assertThat(preview.getFieldsList()).singleElement().satisfies(field -> {
            assertThat(field.getField()).isEqualTo("phone");
            assertThat(field.getChanged()).isEqualTo(1);
            assertThat(field.getSamples(0).getCustomerId()).isEqualTo(customer.getId());
            assertThat(field.getSamples(0).getAfter()).isEqualTo("+442079460018");
        });
        assertThat(people.get(customer.getId())).isEqualTo(customer);
    }

    @Test
    void aCleaningChangesAllAndItsUndoingWhatNobodyChangedSince() {
        // Given
        Customer left = people.create(unique, "", "020 7946 0018", "GB");
        Customer touched = people.create(unique, "", "020 7946 0019", "GB");

        // When
        DataJob cleaning = people.succeeded(cleanings
                .startCleaning(
                        StartCleaningRequest.newBuilder().addRules(PHONES).build())
                .getJob());
        Customer cleaned = people.get(left.getId());
        changePhone(touched.getId(), "+33 1 23 45 67 89");
        people.succeeded(cleanings
                .undoCleaning(
                        UndoCleaningRequest.newBuilder().setId(cleaning.getId()).build())
                .getJob());

        // Then
        assertThat(cleaning.getCountsMap().get("changed.phone")).isGreaterThanOrEqualTo(2);
        assertThat(cleaning.getDone()).isEqualTo(cleaning.getTotal());
        assertThat(cleaned.getPhone()).isEqualTo("+442079460018");
        assertThat(people.get(left.getId()).getPhone()).isEqualTo("020 7946 0018");
        assertThat(people.get(touched.getId()).getPhone()).isEqualTo("+33 1 23 45 67 89");
    }

    @Test
    void plansThatMakeNoSenseAreRefused() {
        // Given
        var wrongRule = CleaningRules.newBuilder().setField("name").addRules(CleaningRule.CLEANING_RULE_E164);
        var unknownField = CleaningRules.newBuilder().setField("shoe size").addRules(CleaningRule.CLEANING_RULE_BLANKS);

        // Then
        for (var request : List.of(
                StartCleaningRequest.newBuilder().addRules(wrongRule),
                StartCleaningRequest.newBuilder().addRules(unknownField),
                StartCleaningRequest.newBuilder().addRules(PHONES).addRules(PHONES))) {
            assertThat(failureOf(() -> cleanings.startCleaning(request.build())).kind())
                    .isEqualTo(Failure.Kind.INVALID);
        }
        assertThat(failureOf(() -> cleanings.previewCleaning(PreviewCleaningRequest.newBuilder()
                                .setCustomers(5_001)
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
    }

    @Test
    void aReportMeasuresEachFieldAndItsDayJoinsTheTrend() {
        // Given
        var reports = QualityServiceGrpc.newBlockingStub(calls.as("ann", "analyst"));
        people.create(unique, unique + "@example.org", "12", "GB");

        // When
        DataJob job = people.succeeded(reports.startQualityReport(StartQualityReportRequest.getDefaultInstance())
                .getJob());
        QualityReport report = reports.getQualityReport(GetQualityReportRequest.getDefaultInstance())
                .getReport();

        // Then
        assertThat(report.getCustomers()).isPositive().isEqualTo(job.getTotal());
        assertThat(report.getMeasuresList())
                .extracting(measure -> measure.getField() + " " + measure.getDimension())
                .contains(
                        "email QUALITY_DIMENSION_COMPLETENESS",
                        "email QUALITY_DIMENSION_UNIQUENESS",
                        "phone QUALITY_DIMENSION_VALIDITY",
                        "customer QUALITY_DIMENSION_TIMELINESS",
                        "order.country QUALITY_DIMENSION_CONSISTENCY");
        assertThat(report.getMeasuresList())
                .filteredOn(measure -> measure.getDimension() == QualityDimension.QUALITY_DIMENSION_VALIDITY)
                .filteredOn(measure -> measure.getField().equals("phone"))
                .singleElement()
                .satisfies(measure -> assertThat(measure.getShare()).isLessThan(1));
        assertThat(reports.getQualityTrend(GetQualityTrendRequest.newBuilder()
                                .setField("email")
                                .setDimension(QualityDimension.QUALITY_DIMENSION_COMPLETENESS)
                                .build())
                        .getPointsList())
                .last()
                .satisfies(point -> assertThat(point.getDay()).isEqualTo(report.getDay()));
        assertThat(failureOf(() -> reports.getQualityTrend(GetQualityTrendRequest.newBuilder()
                                .setField("shoe size")
                                .setDimension(QualityDimension.QUALITY_DIMENSION_VALIDITY)
                                .build()))
                        .violations())
                .singleElement()
                .satisfies(bad -> assertThat(bad.detail()).contains("'shoe size'", "email"));
    }

    @Test
    void questionsAboutReportsThatMakeNoSenseAreRefused() {
        var reports = QualityServiceGrpc.newBlockingStub(calls.as("mia", "marketer"));
        assertThat(failureOf(() -> reports.getQualityReport(GetQualityReportRequest.newBuilder()
                                .setDay("today")
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> reports.getQualityReport(GetQualityReportRequest.newBuilder()
                                .setDay("1999-01-01")
                                .build()))
                        .reason())
                .isEqualTo("QUALITY_REPORT_NOT_FOUND");
        assertThat(failureOf(() -> reports.getQualityTrend(GetQualityTrendRequest.newBuilder()
                                .setField("x".repeat(101))
                                .setDimension(QualityDimension.QUALITY_DIMENSION_VALIDITY)
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> reports.getQualityTrend(GetQualityTrendRequest.newBuilder()
                                .setField("email")
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> reports.startQualityReport(StartQualityReportRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    private void changePhone(String id, String phone) {
        var request = UpdateCustomerRequest.newBuilder()
                .setCustomer(people.get(id).toBuilder().setPhone(phone));
        request.getUpdateMaskBuilder().addPaths("phone");
        Customer changed = CustomerServiceGrpc.newBlockingStub(calls.as("ada", "admin"))
                .updateCustomer(request.build())
                .getCustomer();
        assertThat(changed.getPhone()).isEqualTo(phone);
    }
}
