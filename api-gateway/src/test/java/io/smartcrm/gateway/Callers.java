package io.smartcrm.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.smartcrm.local.testing.Tokens;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests with a token; each of a user of its own, so that no test uses up the rate limit of another. */
public final class Callers {
    private static final AtomicInteger USERS = new AtomicInteger();

    private Callers() {}

    public static RequestSpecification as(String... roles) {
        return with(Tokens.of("user-" + USERS.incrementAndGet(), roles));
    }

    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }
}
