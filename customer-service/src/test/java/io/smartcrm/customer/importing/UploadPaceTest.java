package io.smartcrm.customer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.smartcrm.proto.customer.v1.ImportServiceGrpc;
import io.smartcrm.proto.customer.v1.UploadImportRequest;
import io.smartcrm.proto.customer.v1.UploadImportResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UploadPaceTest {
    private final FakeCall call = new FakeCall();
    private final AtomicReference<UploadPace.Pace> pace = new AtomicReference<>(() -> {});

    @Test
    void noMoreThanEightMessagesAreAskedForBeforeOneIsWritten() {
        // When
        start(100);

        // Then
        assertThat(call.requested).isEqualTo(8);
    }

    @Test
    void eachWrittenMessageAllowsAnother() {
        // Given
        start(10);

        // When
        for (int i = 0; i < 5; i++) {
            pace.get().written();
        }

        // Then
        assertThat(call.requested).isEqualTo(10);
    }

    /** As the generated code does: asks for a message as soon as one has come. */
    private void start(int messages) {
        new UploadPace().interceptCall(call, new Metadata(), (paced, headers) -> {
            pace.set(UploadPace.current());
            for (int i = 0; i < messages; i++) {
                paced.request(1);
            }
            return new ServerCall.Listener<>() {};
        });
    }

    private static final class FakeCall extends ServerCall<UploadImportRequest, UploadImportResponse> {
        private int requested;

        @Override
        public void request(int messages) {
            requested += messages;
        }

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(UploadImportResponse message) {}

        @Override
        public void close(Status status, Metadata trailers) {}

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public MethodDescriptor<UploadImportRequest, UploadImportResponse> getMethodDescriptor() {
            return ImportServiceGrpc.getUploadImportMethod();
        }
    }
}
