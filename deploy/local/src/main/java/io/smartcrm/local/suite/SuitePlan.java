package io.smartcrm.local.suite;

import io.smartcrm.local.Checkout;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.KeycloakSettings;
import io.smartcrm.local.LocalKafka;
import io.smartcrm.local.LocalKeycloak;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.LocalService;
import io.smartcrm.local.Ports;
import io.smartcrm.local.PostgresAdmin;
import io.smartcrm.local.Secrets;
import io.smartcrm.local.ServerFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parts there are, what each needs, and how they find each other. */
final class SuitePlan {
    private final SuiteOptions options;
    private final DataFolder folder;
    private final Secrets secrets;
    private final Path checkout = Checkout.found();
    private final ServerFiles files = ServerFiles.of(checkout);

    SuitePlan(SuiteOptions options, DataFolder folder) {
        this.options = options;
        this.folder = folder;
        this.secrets = Secrets.in(folder);
    }

    List<PlannedPart> parts() {
        List<PlannedPart> parts = new ArrayList<>(servers());
        if (!options.has(Wish.SERVERS_ONLY)) {
            for (SuiteService service : SuiteService.values()) {
                parts.add(planned(service));
            }
        }
        return parts;
    }

    private List<PlannedPart> servers() {
        SuitePorts ports = options.ports();
        return List.of(
                new PlannedPart(LocalPostgres.PART, Set.of(), this::startPostgres),
                new PlannedPart(
                        LocalKafka.PART,
                        Set.of(),
                        () -> LocalKafka.kept(folder, files, ports.kafka(), ports.kafkaController())),
                new PlannedPart(
                        LocalKeycloak.PART,
                        Set.of(LocalPostgres.PART),
                        () -> LocalKeycloak.kept(folder, files, keycloakSettings())));
    }

    private LocalPostgres startPostgres() {
        LocalPostgres postgres = LocalPostgres.kept(folder, options.ports().postgres(), secrets.of("postgres"));
        postgres.admin().create(keycloakDatabase());
        for (SuiteService service : SuiteService.values()) {
            if (service.hasDatabase()) {
                postgres.admin().create(service.database(secrets));
            }
        }
        return postgres;
    }

    private KeycloakSettings keycloakSettings() {
        SuitePorts ports = options.ports();
        return new KeycloakSettings(
                ports.keycloak(),
                ports.keycloakManagement(),
                admin().jdbcUrl(keycloakDatabase()),
                keycloakDatabase(),
                url(ports.gateway()),
                secrets.of("gateway"),
                secrets.of("keycloak-admin"));
    }

    private Database keycloakDatabase() {
        return new Database("keycloak", "keycloak", secrets.of("database.keycloak"));
    }

    private PostgresAdmin admin() {
        return new PostgresAdmin(options.ports().postgres(), secrets.of("postgres"));
    }

    /** Services start beside Keycloak; each is ready when it has the keys of the realm. */
    private PlannedPart planned(SuiteService service) {
        Set<String> needs = service.hasDatabase() ? Set.of(LocalPostgres.PART, LocalKafka.PART) : Set.of();
        return new PlannedPart(service.title(), needs, () -> LocalService.start(folder, plan(service)));
    }

    private LocalService.Plan plan(SuiteService service) {
        return new LocalService.Plan(
                service.title(),
                packaged(service),
                service.flags(),
                service.javaFlags(),
                service.port(options.ports()),
                environment(service));
    }

    private Path packaged(SuiteService service) {
        Path folder = service.packagedIn(checkout);
        return options.has(Wish.NATIVE) ? service.executableIn(checkout).orElse(folder) : folder;
    }

    private Map<String, String> environment(SuiteService service) {
        SuitePorts ports = options.ports();
        Map<String, String> environment = new HashMap<>();
        environment.put("SMARTCRM_HTTP_HOST", Ports.HOST);
        environment.put("SMARTCRM_OIDC", url(ports.keycloak()) + "/realms/smartcrm");
        environment.put("SMARTCRM_KAFKA", Ports.HOST + ":" + ports.kafka());
        environment.put(
                "SMARTCRM_DATA",
                folder.root().resolve("data").resolve(service.title()).toString());
        for (SuiteService other : SuiteService.values()) {
            environment.put("SMARTCRM_" + other + "_HOST", Ports.HOST);
            environment.put("SMARTCRM_" + other + "_PORT", Integer.toString(other.port(ports)));
        }
        if (service.hasDatabase()) {
            Database database = service.database(secrets);
            environment.put("SMARTCRM_DB", Ports.HOST + ":" + ports.postgres() + "/" + database.name());
            environment.put("SMARTCRM_DB_USER", database.user());
            environment.put("SMARTCRM_DB_PASSWORD", database.password());
        } else {
            environment.put("SMARTCRM_GATEWAY_SECRET", secrets.of("gateway"));
        }
        return environment;
    }

    static String url(int port) {
        return "http://" + Ports.HOST + ":" + port;
    }
}
