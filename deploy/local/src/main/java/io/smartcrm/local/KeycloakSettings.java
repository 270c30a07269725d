package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

/**
 * Where Keycloak listens, where it keeps what it knows, and its secrets.
 *
 * @param managementPort the port of health and metrics
 * @param publicUrl the address of the gateway, to which a sign-in returns
 * @param adminPassword of the user {@code admin} of Keycloak itself, given when its database is new
 */
public record KeycloakSettings(
        int port,
        int managementPort,
        String jdbcUrl,
        Database database,
        String publicUrl,
        String gatewaySecret,
        String adminPassword) {
    public KeycloakSettings {
        requireNonNull(jdbcUrl, "jdbcUrl is null");
        requireNonNull(database, "database is null");
        requireNonNull(publicUrl, "publicUrl is null");
        requireNonNull(gatewaySecret, "gatewaySecret is null");
        requireNonNull(adminPassword, "adminPassword is null");
    }

    String url() {
        return "http://" + Ports.HOST + ":" + port;
    }

    @Override
    public String toString() {
        return "KeycloakSettings[port=" + port + ", managementPort=" + managementPort + "]";
    }
}
