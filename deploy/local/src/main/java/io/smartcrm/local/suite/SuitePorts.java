package io.smartcrm.local.suite;

import io.smartcrm.local.LocalKafka;
import io.smartcrm.local.LocalKeycloak;
import io.smartcrm.local.LocalPostgres;
import java.util.List;

/** The ports of all parts, all on the loopback address. */
public record SuitePorts(
        int gateway,
        int customer,
        int forecast,
        int recommend,
        int loyalty,
        int keycloak,
        int keycloakManagement,
        int postgres,
        int kafka,
        int kafkaController) {
    private static final int COUNT = 10;
    private static final int HIGHEST = 65_535;

    /** A port and the part that wants it. */
    record Use(String part, int port) {}

    /** The ports that the documentation names. */
    public static SuitePorts usual() {
        return new SuitePorts(8080, 8081, 8082, 8083, 8084, 8180, 9180, 15432, 19092, 19093);
    }

    /**
     * Ten ports in a row, so that a second suite can run beside the first.
     *
     * @param first the gateway's, 1024 to 65526
     */
    public static SuitePorts from(int first) {
        if (first < 1024 || first > HIGHEST - COUNT + 1) {
            throw new IllegalArgumentException(
                    "--ports-from takes a port from 1024 to " + (HIGHEST - COUNT + 1) + ", not " + first);
        }
        return new SuitePorts(
                first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6, first + 7, first + 8,
                first + 9);
    }

    List<Use> servers() {
        return List.of(
                new Use(LocalPostgres.PART, postgres),
                new Use(LocalKafka.PART, kafka),
                new Use(LocalKafka.PART, kafkaController),
                new Use(LocalKeycloak.PART, keycloak),
                new Use(LocalKeycloak.PART, keycloakManagement));
    }

    List<Use> services() {
        return List.of(
                new Use(SuiteService.CUSTOMER.title(), customer),
                new Use(SuiteService.FORECAST.title(), forecast),
                new Use(SuiteService.RECOMMEND.title(), recommend),
                new Use(SuiteService.LOYALTY.title(), loyalty),
                new Use(SuiteService.GATEWAY.title(), gateway));
    }
}
