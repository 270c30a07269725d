package io.smartcrm.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalKeycloakTest {
    private static final Database DATABASE = Database.named("keycloak");

    private final ServerFiles files = ServerFiles.of(Checkout.found());
    private DataFolder folder;

    @BeforeEach
    void newFolder() {
        folder = DataFolder.temporary();
    }

    @AfterEach
    void forgetFolder() {
        folder.delete();
    }

    @Test
    void everyDemoUserGetsATokenForTheApiWithItsRoleAlsoAfterARestart() throws Exception {
        try (LocalPostgres postgres = LocalPostgres.temporary("secret")) {
            // Given
            postgres.admin().create(DATABASE);
            LocalKeycloak.kept(folder, files, settings(postgres)).close();

            // When
            try (LocalKeycloak again = LocalKeycloak.kept(folder, files, settings(postgres))) {
                // Then
                for (String role : LocalRealm.read().roles()) {
                    JsonNode claims = claims(new SignIn(again.issuer()).token(role, role));
                    assertThat(claims.at("/aud").toString()).contains("smartcrm-api");
                    assertThat(claims.at("/realm_access/roles").toString()).contains("\"" + role + "\"");
                    assertThat(claims.at("/preferred_username").asText()).isEqualTo(role);
                    assertThat(claims.at("/exp").asLong() - claims.at("/iat").asLong())
                            .isEqualTo(900);
                    assertThat(claims.at("/team").asText()).isEqualTo(role.equals("agent") ? "north" : "");
                }
            }
        }
    }

    private static KeycloakSettings settings(LocalPostgres postgres) {
        return new KeycloakSettings(
                Ports.free(),
                Ports.free(),
                postgres.admin().jdbcUrl(DATABASE),
                DATABASE,
                "http://127.0.0.1:8080",
                "gateway-secret",
                "admin-secret");
    }

    private static JsonNode claims(String token) throws Exception {
        byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return new ObjectMapper().readTree(new String(json, UTF_8));
    }
}
