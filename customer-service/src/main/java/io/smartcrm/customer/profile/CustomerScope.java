package io.smartcrm.customer.profile;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Row scope: who is an agent and nothing else knows the customers of the own team, as the token's claim {@code team}
 * names it (a text or a list), and those that no team has. A customer of another team is as if it were not there.
 * Every other role knows all.
 */
@ApplicationScoped
public class CustomerScope {
    private static final Set<String> UNRESTRICTED = Set.of("admin", "analyst", "marketer", "integrator");
    private static final String TEAM = "select team from customer where id = ?1";
    private static final String TEAM_BY_JDBC = "select team from customer where id = ?";

    private final SecurityIdentity caller;

    CustomerScope(SecurityIdentity caller) {
        this.caller = caller;
    }

    /** Of the present caller: to ask for on the thread that received the call. */
    public VisibleTeams visible() {
        return caller.getRoles().stream().anyMatch(UNRESTRICTED::contains)
                ? VisibleTeams.ALL
                : VisibleTeams.of(teams());
    }

    /** Fails with NOT_FOUND (in the Uni) when the caller may not know of the customer, or there is none. */
    public Uni<Void> check(Mutiny.Session session, UUID customer) {
        VisibleTeams visible = visible();
        return session.createNativeQuery(TEAM, String.class)
                .setParameter(1, customer)
                .getSingleResultOrNull()
                .invoke(team -> check(visible, customer, team))
                .replaceWithVoid();
    }

    /** @throws Failure NOT_FOUND when these teams may not know of the customer, or there is none */
    public static void check(Connection connection, VisibleTeams visible, UUID customer) throws SQLException {
        try (var statement = connection.prepareStatement(TEAM_BY_JDBC)) {
            statement.setObject(1, customer);
            try (var row = statement.executeQuery()) {
                check(visible, customer, row.next() ? row.getString(1) : null);
            }
        }
    }

    private static void check(VisibleTeams visible, UUID customer, @Nullable String team) {
        if (team == null || !visible.include(team)) {
            throw Failure.notFound("customer", customer.toString());
        }
    }

    private List<String> teams() {
        Object claim = caller.getPrincipal() instanceof JsonWebToken token ? token.getClaim("team") : null;
        if (claim instanceof JsonArray several) {
            return several.getValuesAs(JsonString::getString);
        }
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        if (claim instanceof JsonString one) {
            return List.of(one.getString());
        }
        return claim == null ? List.of() : List.of(claim.toString());
    }
}
