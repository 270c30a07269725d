package io.smartcrm.bench.serving;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A question to ask of the gateway again and again, each time about another record. */
enum Target {
    CUSTOMER("/api/v1/customers", "id", "/api/v1/customers/%s"),
    OVERVIEW("/api/v1/customers", "id", "/api/v1/customers/%s/overview"),
    RECOMMENDATIONS("/api/v1/customers", "id", "/api/v1/customers/%s/recommendations?size=10&excludeBought=true"),
    FORECAST("/api/v1/products", "id", "/api/v1/demand-forecasts?productId=%s&horizon=6"),
    RFM("/api/v1/rfm-scores", "customerId", "/api/v1/customers/%s/rfm-score");

    private final String list;
    private final Pattern ids;
    private final String question;

    /**
     * What is asked.
     *
     * @param list where the records are listed that can be asked about
     * @param idField the field of a listed record that names it
     */
    Target(String list, String idField, String question) {
        this.list = list;
        this.ids = Pattern.compile("\"" + idField + "\"\\s*:\\s*\"([^\"]+)\"");
        this.question = question;
    }

    static Optional<Target> named(String name) {
        return Arrays.stream(values())
                .filter(target -> target.label().equals(name))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Target::label).collect(Collectors.joining(", "));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String list() {
        return list;
    }

    Pattern ids() {
        return ids;
    }

    String question(String id) {
        return question.formatted(id);
    }
}
