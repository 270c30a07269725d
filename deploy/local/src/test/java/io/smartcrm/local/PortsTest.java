package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aTakenPortIsRefusedWithTheProcessThatListensOnIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, Ports.loopback())) {
            // When, Then
            assertThatThrownBy(() -> Ports.requireFree("Kafka", taken.getLocalPort()))
                    .isInstanceOf(PartFailure.class)
                    .hasMessageStartingWith("Kafka: port " + taken.getLocalPort() + " is taken by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("java")
                    .hasMessageContaining("--ports-from");
        }
    }

    @Test
    void aPortThatSomebodyHoldsOnAllAddressesIsNotFree() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            // When
            boolean free = Ports.isFree(taken.getLocalPort());

            // Then
            assertThat(free).isFalse();
        }
    }

    @Test
    void aFreePortCanBeTaken() throws Exception {
        // When
        int port = Ports.free();

        // Then
        try (ServerSocket socket = new ServerSocket(port, 1, Ports.loopback())) {
            assertThat(socket.isBound()).isTrue();
        }
    }
}
