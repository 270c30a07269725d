package io.smartcrm.customer.importing;

import static io.smartcrm.customer.Calls.failureOf;
import static io.smartcrm.customer.importing.ImportCalls.header;
import static io.smartcrm.customer.importing.ImportCalls.part;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.customer.Calls;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.ListImportsRequest;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.WatchImportRequest;
import io.smartcrm.proto.customer.v1.WatchImportResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportGrpcTest {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Inject
    AgroalDataSource database;

    @Inject
    ImportConfig config;

    private Calls calls;
    private ImportCalls imports;
    private Shelf shelf;

    @BeforeEach
    void connect() {
        calls = new Calls();
        imports = new ImportCalls(calls.as("ines", "integrator"));
        shelf = new Shelf(database);
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        calls.close();
    }

    @Test
    void rejectedRowsAreACsvThatRunsNoFormula() {
        // Given
        Import job = imports.uploadAndAwait(csv(
                shelf.line(),
                shelf.line("qty", "=1+1"),
                shelf.line("qty", "-2"),
                shelf.line("email", "@SUM(A1), \"x\"")));

        // When
        String rows = imports.rejectedRows(job.getId());

        // Then
        assertThat(rows.lines())
                .containsExactly(
                        "line,column,value,reason",
                        "3,qty,'=1+1,\"is not a decimal number such as 2.55, of at most 12 digits and 6 decimals,"
                                + " without separators\"",
                        "4,qty,-2,is negative outside of a credit note; is the credit note prefix of the mapping"
                                + " right?",
                        "5,email,\"'@SUM(A1), \"\"x\"\"\",is not an e-mail address");
    }

    @Test
    void manyRejectedRowsComeInPieces() {
        // Given
        var lines = new ArrayList<>(List.of(shelf.line()));
        for (int i = 0; i < 2_345; i++) {
            lines.add(shelf.line("qty", "x" + i));
        }
        Import job = imports.uploadAndAwait(csv(lines));

        // When
        String rows = imports.rejectedRows(job.getId());

        // Then
        assertThat(job.getRejectedRows()).isEqualTo(2_345);
        assertThat(rows.lines()).hasSize(2_346).doesNotHaveDuplicates();
    }

    @Test
    void aWatcherSeesTheImportUntilItsEnd() {
        // Given
        Import job = imports.upload(csv(shelf.shop(400, 6)));

        // When
        List<Import> seen = new ArrayList<>();
        imports.stub()
                .watchImport(WatchImportRequest.newBuilder().setId(job.getId()).build())
                .forEachRemaining((WatchImportResponse response) -> seen.add(response.getImport()));

        // Then
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).extracting(Import::getReadRows).isSorted();
        assertThat(seen.get(seen.size() - 1).getState()).isEqualTo(ImportState.IMPORT_STATE_SUCCEEDED);
        assertThat(seen.subList(0, seen.size() - 1)).noneMatch(Import::hasEndTime);
    }

    @Test
    void aRepeatedUploadGetsTheSameImport() {
        // Given
        String requestId = UUID.randomUUID().toString();
        String file = csv(shelf.line());
        Import first = imports.upload(requestId, file);

        // When
        Import again = imports.upload(requestId, file);

        // Then
        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(failureOf(() -> imports.upload(requestId, file + file)).reason())
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theKeyOfOneUserIsNotThatOfAnother() {
        // Given
        String requestId = UUID.randomUUID().toString();
        Import first = imports.upload(requestId, csv(shelf.line()));

        // When
        Import ofAnother = new ImportCalls(calls.as("otto", "integrator")).upload(requestId, csv(shelf.line()));

        // Then
        assertThat(ofAnother.getId()).isNotEqualTo(first.getId());
    }

    @Test
    void importsAreListedNewestFirstPageByPage() {
        // Given
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(imports.uploadAndAwait(csv(shelf.line())).getId());
        }
        Collections.reverse(made);

        // When
        var first = imports.stub()
                .listImports(ListImportsRequest.newBuilder().setPageSize(2).build());
        var second = imports.stub()
                .listImports(ListImportsRequest.newBuilder()
                        .setPageSize(3)
                        .setPageToken(first.getNextPageToken())
                        .build());

        // Then
        List<String> listed = Stream.concat(first.getImportsList().stream(), second.getImportsList().stream())
                .map(Import::getId)
                .toList();
        assertThat(listed).isEqualTo(made);
    }

    @Test
    void aPageOfAnotherQueryOrANegativeSizeIsRefused() {
        // Given
        var foreign = ListImportsRequest.newBuilder()
                .setPageToken(PageToken.of("a", "b").encode("customers"));
        var negative = ListImportsRequest.newBuilder().setPageSize(-1);

        // When / Then
        assertThat(failureOf(() -> imports.stub().listImports(foreign.build())).kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> imports.stub().listImports(negative.build())).kind())
                .isEqualTo(Failure.Kind.INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOBODY, "nonsense"})
    void anUnknownImportIsNotFound(String id) {
        assertThat(failureOf(() -> imports.get(id)).reason()).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(failureOf(() -> imports.cancel(id)).reason()).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(failureOf(() -> imports.rejectedRows(id)).reason()).isEqualTo("IMPORT_NOT_FOUND");
        assertThat(failureOf(() -> imports.stub()
                                .watchImport(WatchImportRequest.newBuilder()
                                        .setId(id)
                                        .build())
                                .next())
                        .reason())
                .isEqualTo("IMPORT_NOT_FOUND");
    }

    @Test
    void anImportThatEndedCannotBeCancelled() {
        // Given
        Import job = imports.uploadAndAwait(csv(shelf.line()));

        // When
        var failure = failureOf(() -> imports.cancel(job.getId()));

        // Then
        assertThat(failure.reason()).isEqualTo("IMPORT_ENDED");
    }

    @Test
    void anUploadMustBeginWithOneHeaderAndComeInSmallPieces() {
        // Given
        var content = part(csv(shelf.line()).getBytes(UTF_8));
        var header = part(header(""));

        // When / Then
        assertThat(failureOf(() -> imports.send(List.of())).kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> imports.send(List.of(content))).kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> imports.send(List.of(header, header))).kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> imports.send(List.of(header, part(new byte[(1 << 20) + 1]))))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
        assertThat(failureOf(() -> imports.send(List.of(UploadImportRequest.getDefaultInstance())))
                        .kind())
                .isEqualTo(Failure.Kind.INVALID);
    }

    @Test
    void aMappingThatCannotWorkIsRefusedBeforeTheFileComes() {
        // Given
        var mapping = ImportCalls.mapping().toBuilder().removeColumns("unitPrice");
        var header = header("").toBuilder().setMapping(mapping).build();

        // When
        var failure = failureOf(() -> imports.send(List.of(part(header))));

        // Then
        assertThat(failure.violations())
                .extracting(Failure.Violation::field)
                .containsExactly("mapping.columns.unitPrice");
    }

    @Test
    void aFileOverTheLimitIsRefusedAndForgotten() {
        // When
        var failure = failureOf(() -> imports.upload("x".repeat(3_100_000)));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.TOO_LARGE);
        awaitNoFiles();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() {
        // When
        imports.sendAndBreakOff(List.of(part(header("")), part(new byte[500_000])));

        // Then
        awaitNoFiles();
    }

    @Test
    void onlyThoseWhoMayImportCan() {
        // Given
        Import job = imports.uploadAndAwait(csv(shelf.line()));
        var analyst = new ImportCalls(calls.as("anna", "analyst"));
        var agent = new ImportCalls(calls.as("gus", "agent"));
        var nobody = new ImportCalls(calls.anonymous());

        // When / Then
        assertThat(analyst.get(job.getId()).getId()).isEqualTo(job.getId());
        assertThat(failureOf(() -> analyst.upload(csv(shelf.line()))).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> analyst.cancel(job.getId())).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> analyst.rejectedRows(job.getId())).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> agent.get(job.getId())).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> nobody.upload(csv(shelf.line()))).kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
        assertThat(failureOf(() -> nobody.get(job.getId())).kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    /** Files of imports that ended are deleted, so none is left when no import is open. */
    private void awaitNoFiles() {
        await().untilAsserted(() -> {
            try (Stream<java.nio.file.Path> files = Files.list(config.folder())) {
                assertThat(files).isEmpty();
            }
        });
    }
}
