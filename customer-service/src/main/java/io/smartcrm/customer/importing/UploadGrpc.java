package io.smartcrm.customer.importing;

import io.quarkus.logging.Log;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The parts of one upload in their order: first the header, then the file in pieces. Blocks: for worker threads. */
final class UploadGrpc {
    private static final int MAX_PIECE = 1 << 20;

    private final Imports imports;
    private final Templates templates;
    private final String principal;
    private final UploadPace.Pace pace;
    private Imports.@Nullable Upload upload;
    private boolean closed;

    UploadGrpc(Imports imports, Templates templates, String principal, UploadPace.Pace pace) {
        this.imports = imports;
        this.templates = templates;
        this.principal = principal;
        this.pace = pace;
    }

    synchronized void take(UploadImportRequest request) {
        if (closed) {
            return;
        }
        if (request.hasHeader()) {
            open(request.getHeader());
        } else if (request.hasContent()) {
            write(request.getContent().asReadOnlyByteBuffer());
        } else {
            throw Failure.invalid("part", "is neither a header nor content");
        }
        pace.written();
    }

    private void open(UploadHeader header) {
        if (upload != null) {
            throw Failure.invalid("header", "came twice; it comes once, before the content");
        }
        upload = imports.receive(
                principal, header.getRequestId(), header.getFileName().strip(), mapping(header), header.getDryRun());
    }

    private void write(ByteBuffer piece) {
        if (piece.remaining() > MAX_PIECE) {
            throw Failure.invalid("content", "is a piece of more than " + MAX_PIECE + " bytes");
        }
        try {
            opened().file().write(piece);
        } catch (IOException failed) {
            throw new UncheckedIOException("an upload cannot be written", failed);
        }
    }

    /** Hands the file on once all of it came. */
    synchronized Import complete() {
        Imports.Upload complete = opened();
        try {
            Import job = complete.complete();
            closed = true;
            return job;
        } catch (IOException failed) {
            throw new UncheckedIOException("an upload cannot be written", failed);
        }
    }

    /** Forgets a file that did not come to its end. */
    synchronized void close() {
        if (closed || upload == null) {
            return;
        }
        closed = true;
        try {
            upload.file().discard();
        } catch (IOException failed) {
            Log.warn("A broken upload could not be deleted", failed);
        }
    }

    private Imports.Upload opened() {
        Imports.Upload opened = upload;
        if (opened == null) {
            throw Failure.invalid("header", "is missing; it comes before the content");
        }
        return opened;
    }

    private ColumnMapping mapping(UploadHeader header) {
        if (header.getTemplate().isEmpty()) {
            return MappingGrpc.mapping(header.getEntity(), header.getMapping());
        }
        if (header.hasMapping()) {
            throw Failure.invalid("template", "is given beside a mapping; send one of them");
        }
        ColumnMapping mapping = templates.get(header.getTemplate()).mapping();
        var wanted = header.getEntity();
        if (wanted != io.smartcrm.proto.customer.v1.ImportEntity.IMPORT_ENTITY_UNSPECIFIED
                && MappingGrpc.entity(wanted) != ImportEntity.of(mapping.shape())) {
            throw Failure.invalid(
                    "entity",
                    "template '" + header.getTemplate() + "' is for "
                            + mapping.shape().name());
        }
        return mapping;
    }
}
