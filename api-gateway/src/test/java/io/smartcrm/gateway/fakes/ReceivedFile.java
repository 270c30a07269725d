package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.Import;
import io.smartcrm.proto.customer.v1.ImportState;
import io.smartcrm.proto.customer.v1.UploadHeader;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.UploadImportResponse;
import io.smartcrm.wire.Failure;
import java.util.zip.CRC32;

/**
 * One upload as it arrives. The answer says what came: total bytes, the largest piece as read bytes, the checksum as read
 * rows, the request id as encoding.
 */
final class ReceivedFile implements StreamObserver<UploadImportRequest> {
    private final StreamObserver<UploadImportResponse> answer;
    private final CRC32 checksum = new CRC32();
    private UploadHeader header = UploadHeader.getDefaultInstance();
    private long bytes;
    private int largest;
    private boolean refused;

    ReceivedFile(StreamObserver<UploadImportResponse> answer) {
        this.answer = answer;
    }

    @Override
    public void onNext(UploadImportRequest part) {
        if (refused) {
            return;
        }
        switch (part.getPartCase()) {
            case HEADER -> take(part.getHeader());
            case CONTENT -> {
                bytes += part.getContent().size();
                largest = Math.max(largest, part.getContent().size());
                checksum.update(part.getContent().asReadOnlyByteBuffer());
            }
            case PART_NOT_SET -> throw new IllegalArgumentException("neither header nor content");
        }
    }

    private void take(UploadHeader first) {
        header = first;
        if (header.getTemplate().isEmpty() && !header.getMapping().containsColumns("orderNumber")) {
            refused = true;
            answer.onError(
                    Failure.invalid("mapping.columns.orderNumber", "is missing").toStatus());
        }
    }

    @Override
    public void onCompleted() {
        if (refused) {
            return;
        }
        Ids.complete(
                answer,
                UploadImportResponse.newBuilder()
                        .setImport(Import.newBuilder()
                                .setId(Ids.KNOWN)
                                .setFileName(header.getFileName())
                                .setMapping(header.getMapping())
                                .setEntity(header.getEntity())
                                .setDryRun(header.getDryRun())
                                .setState(ImportState.IMPORT_STATE_WAITING)
                                .setTotalBytes(bytes)
                                .setReadBytes(largest)
                                .setReadRows(checksum.getValue())
                                .setEncoding(header.getRequestId()))
                        .build());
    }

    @Override
    public void onError(Throwable gone) {
        refused = true;
    }
}
