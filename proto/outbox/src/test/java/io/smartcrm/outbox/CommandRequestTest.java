package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerResponse;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.wire.Failure;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommandRequestTest {
    private final UUID asked = UUID.randomUUID();
    private final UUID answered = UUID.randomUUID();
    private final CreateCustomerRequest request = CreateCustomerRequest.newBuilder()
            .setCustomer(Customer.newBuilder().setName("Ada Secretson").setTeam(asked.toString()))
            .build();
    private final CreateCustomerResponse answer = CreateCustomerResponse.newBuilder()
            .setCustomer(Customer.newBuilder().setName("Ada Secretson").setId(answered.toString()))
            .build();

    @Test
    void onlyARepetitionReadsTheAnswer() {
        // Given
        var command = new CommandRequest("ann", "1", request);
        byte[] sealed = command.seal(answer);

        // When
        var again =
                new CommandRequest("ann", "1", request).repeat(CreateCustomerResponse.parser(), command.hash(), sealed);

        // Then
        assertThat(again).isEqualTo(answer);
        assertThat(new String(sealed, ISO_8859_1)).doesNotContain("Secretson");
        assertThat(command.seal(answer)).isNotEqualTo(sealed);
        var other = new CommandRequest("ann", "1", CreateCustomerRequest.getDefaultInstance());
        assertThatThrownBy(() -> other.repeat(CreateCustomerResponse.parser(), command.hash(), sealed))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'1' was used for another request");
        assertThatThrownBy(() -> other.repeat(CreateCustomerResponse.parser(), other.hash(), sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whomItIsAboutIsKnownFromItsIds() {
        // Given
        var command = new CommandRequest("ann", "1", request);

        // When
        String about = command.about(answer);

        // Then
        assertThat(about).isEqualTo(asked + "," + answered);
    }
}
