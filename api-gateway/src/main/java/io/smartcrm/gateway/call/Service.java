package io.smartcrm.gateway.call;

/** A service behind the gateway. */
public enum Service {
    CUSTOMER("customer-service"),
    FORECAST("forecast-service"),
    RECOMMEND("recommend-service"),
    LOYALTY("loyalty-service");

    private final String label;

    Service(String label) {
        this.label = label;
    }

    /** As logs, metrics and problems call it. */
    public String label() {
        return label;
    }
}
