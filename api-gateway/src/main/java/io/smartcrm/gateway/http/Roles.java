package io.smartcrm.gateway.http;

/** The realm's roles; {@code deploy/base/realm.json} is their source. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String ANALYST = "analyst";
    public static final String MARKETER = "marketer";
    public static final String AGENT = "agent";
    public static final String INTEGRATOR = "integrator";

    private Roles() {}
}
