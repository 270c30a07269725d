package io.smartcrm.customer.quality;

import io.smartcrm.customer.cleaning.PhoneNumber;
import io.smartcrm.customer.profile.CountryName;
import io.smartcrm.customer.profile.OpenCustomer;
import io.smartcrm.customer.profile.Profile;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Looks at customers one by one and counts how good what is known of them is. */
final class Census {
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MAX_ATTRIBUTES = 200;

    private final Map<String, Map<Dimension, long[]>> counts = new TreeMap<>();
    private final Map<String, Long> attributes = new TreeMap<>();
    private final Map<String, Figures> numbers = new TreeMap<>();
    private final Values emails = new Values();
    private final Values phones = new Values();
    private long customers;

    void see(OpenCustomer customer) {
        customers++;
        Profile profile = customer.profile();
        String country = CountryName.recognise(profile.country());
        complete("name", profile.name());
        complete("email", profile.email());
        complete("phone", profile.phone());
        complete("country", profile.country());
        count("identity", Dimension.COMPLETENESS, !customer.namespaces().isEmpty());
        if (!profile.name().isEmpty()) {
            count("name", Dimension.VALIDITY, validName(profile.name()));
        }
        if (!profile.email().isEmpty()) {
            count("email", Dimension.VALIDITY, EMAIL.matcher(profile.email()).matches());
            emails.add(profile.email().toLowerCase(Locale.ROOT));
        }
        if (!profile.country().isEmpty()) {
            count("country", Dimension.VALIDITY, COUNTRIES.contains(country));
        }
        if (!profile.phone().isEmpty()) {
            seePhone(profile.phone(), country);
        }
        seeAttributes(customer);
    }

    long customers() {
        return customers;
    }

    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        counts.forEach((field, dimensions) -> dimensions.forEach(
                (dimension, count) -> measures.add(new Measure(field, dimension, count[0], count[1]))));
        measures.add(new Measure("email", Dimension.UNIQUENESS, emails.occurringOnce(), emails.count()));
        measures.add(new Measure("phone", Dimension.UNIQUENESS, phones.occurringOnce(), phones.count()));
        attributes.forEach((name, count) ->
                measures.add(new Measure("attributes." + name, Dimension.COMPLETENESS, count, customers)));
        return measures;
    }

    List<Spread> spreads() {
        return numbers.entrySet().stream()
                .map(number -> number.getValue().spread("attributes." + number.getKey()))
                .toList();
    }

    private static boolean validName(String name) {
        return LETTER.matcher(name).find() && !DIGIT.matcher(name).find();
    }

    private void seePhone(String phone, String country) {
        var number = PhoneNumber.e164(phone, country);
        count("phone", Dimension.VALIDITY, number.isPresent());
        phones.add(number.orElse(phone));
        if (number.isPresent() && COUNTRIES.contains(country)) {
            count("phone", Dimension.CONSISTENCY, PhoneNumber.isOf(number.get(), country));
        }
    }

    private void seeAttributes(OpenCustomer customer) {
        if (customer.attributes().length() <= 2) {
            return;
        }
        for (Map.Entry<String, Object> attribute : new JsonObject(customer.attributes())) {
            String name = attribute.getKey();
            if (attributes.containsKey(name) || attributes.size() < MAX_ATTRIBUTES) {
                attributes.merge(name, 1L, Long::sum);
                if (attribute.getValue() instanceof Number number) {
                    numbers.computeIfAbsent(name, any -> new Figures()).add(customer.id(), number.doubleValue());
                }
            }
        }
    }

    private void complete(String field, String value) {
        count(field, Dimension.COMPLETENESS, !value.isEmpty());
    }

    private void count(String field, Dimension dimension, boolean good) {
        long[] count =
                counts.computeIfAbsent(field, any -> new TreeMap<>()).computeIfAbsent(dimension, any -> new long[2]);
        count[0] += good ? 1 : 0;
        count[1]++;
    }
}
