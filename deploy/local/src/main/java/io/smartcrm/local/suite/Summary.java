package io.smartcrm.local.suite;

import java.nio.file.Path;

/** What the user sees when all is ready: addresses, users, and what to try next. */
final class Summary {
    private final LocalSuite suite;
    private final SuiteOptions options;

    Summary(LocalSuite suite, SuiteOptions options) {
        this.suite = suite;
        this.options = options;
    }

    String text() {
        return options.has(Wish.SERVERS_ONLY) ? servers() : servers() + services() + users() + commands();
    }

    private String servers() {
        SuitePorts ports = options.ports();
        return """

            PostgreSQL       127.0.0.1:%d (a database and a role for each service)
            Kafka            127.0.0.1:%d
            Keycloak         %s (user admin, password in %s)
            """.formatted(ports.postgres(), ports.kafka(), suite.keycloak(), file("secrets.properties"));
    }

    private String services() {
        return """
            REST API         %1$s/api/v1
            API document     %1$s/openapi
            Data and logs    %2$s

            """.formatted(suite.gateway(), options.data());
    }

    private static String users() {
        return """
            Demo users (the password is the user's name; this machine only)
              admin        runs the system: imports, settings
              analyst      reads everything, trains models
              marketer     segments and campaigns
              agent        serves single customers
              integrator   a machine that sends and fetches data

            """;
    }

    private String commands() {
        return """
            Try next
              TOKEN=$(curl -s -d grant_type=password -d client_id=smartcrm-cli -d username=analyst -d password=analyst \\
                %1$s/realms/smartcrm/protocol/openid-connect/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              curl -s -H "Authorization: Bearer $TOKEN" %2$s/api/v1/rfm-segments
              curl -s -H "Authorization: Bearer $TOKEN" '%2$s/api/v1/demand-forecasts?horizon=6'

            Ctrl-C stops everything; the data stays for the next deploy/up.\
            """.formatted(suite.keycloak(), suite.gateway());
    }

    private Path file(String name) {
        return options.data().resolve(name);
    }
}
