package io.smartcrm.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDocumentTest {
    private static final Path COMMITTED = Path.of("openapi.yaml");

    /** After a change made on purpose: {@code mvn test -pl api-gateway -DargLine=-Dopenapi.accept=true}. */
    @Test
    void theCommittedDocumentIsWhatTheGatewaySays() throws IOException {
        // Given
        String served = given().get("/openapi").asString();
        if (Boolean.getBoolean("openapi.accept")) {
            Files.writeString(COMMITTED, served);
        }

        // When
        String committed = Files.readString(COMMITTED);

        // Then
        assertThat(committed).isEqualTo(served);
    }
}
