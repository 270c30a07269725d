package io.smartcrm.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The realm of {@code deploy/base/realm.json} with what only a machine of one's own may have: plain HTTP, a client for the
 * command line, and a demo user for each role whose password is the user's name; the agent is of the team {@code north}.
 */
final class LocalRealm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode realm;

    private LocalRealm(ObjectNode realm) {
        this.realm = realm;
    }

    static LocalRealm read() {
        ObjectNode realm = resource("realm.json");
        ObjectNode overlay = resource("realm-overlay.json");
        realm.withArray("clients").addAll((ArrayNode) overlay.remove("clients"));
        realm.setAll(overlay);
        LocalRealm local = new LocalRealm(realm);
        local.roles().forEach(local::addDemoUser);
        return local;
    }

    /** The roles of the suite, which are also the names of the demo users. */
    List<String> roles() {
        List<String> roles = new ArrayList<>();
        realm.at("/roles/realm").forEach(role -> roles.add(role.required("name").asText()));
        return roles;
    }

    private void addDemoUser(String role) {
        ObjectNode user = realm.withArray("users").addObject();
        user.put("username", role)
                .put("enabled", true)
                .put("email", role + "@demo.example")
                .put("emailVerified", true)
                .put("firstName", "Demo")
                .put("lastName", role);
        if (role.equals("agent")) {
            user.putObject("attributes").putArray("team").add("north");
        }
        user.putArray("realmRoles").add(role);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", role)
                .put("temporary", false);
    }

    void writeTo(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(realm));
    }

    JsonNode json() {
        return realm.deepCopy();
    }

    private static ObjectNode resource(String name) {
        try (InputStream file = LocalRealm.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
