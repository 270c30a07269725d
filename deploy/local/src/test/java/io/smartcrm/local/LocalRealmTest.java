package io.smartcrm.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LocalRealmTest {
    @Test
    void eachRoleHasOneDemoUserOfItsName() {
        // When
        LocalRealm realm = LocalRealm.read();

        // Then
        assertThat(realm.roles()).containsExactly("admin", "analyst", "marketer", "agent", "integrator");
        assertThat(realm.json().at("/users"))
                .extracting(user -> user.at("/username").asText())
                .containsExactlyElementsOf(realm.roles());
    }

    @Test
    void onlyTheCommandLinesClientTakesPasswordsAndItIsNotInTheBase() {
        // When
        JsonNode clients = LocalRealm.read().json().at("/clients");

        // Then
        assertThat(StreamSupport.stream(clients.spliterator(), false)
                        .filter(client ->
                                client.at("/directAccessGrantsEnabled").asBoolean())
                        .map(client -> client.at("/clientId").asText()))
                .containsExactly("smartcrm-cli");
    }

    @Test
    void everyClientPutsTheApiIntoTheAudienceOfItsTokens() {
        // When
        JsonNode clients = LocalRealm.read().json().at("/clients");

        // Then
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.at("/protocolMappers/0/config/included.custom.audience")
                                .asText())
                        .isEqualTo("smartcrm-api"));
    }
}
