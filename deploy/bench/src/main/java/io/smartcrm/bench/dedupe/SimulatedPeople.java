package io.smartcrm.bench.dedupe;

import io.smartcrm.customer.matching.Person;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Customers of whom it is known who is who: some are recorded again by another hand, with slips, other spellings,
 * changed numbers and gaps; others only look alike, as families that share a telephone, and namesakes.
 */
final class SimulatedPeople {
    private static final double RECORDED_AGAIN = 0.22;
    private static final double ONCE_MORE = 0.2;
    private static final double CHINESE = 0.2;
    private static final double FAMILY = 0.08;
    private static final String[] PROVIDERS = {
        "gmail.com",
        "gmail.com",
        "gmail.com",
        "outlook.com",
        "hotmail.com",
        "yahoo.com",
        "icloud.com",
        "web.de",
        "orange.fr",
        "mail.example"
    };
    private static final String[] CHINESE_PROVIDERS = {"qq.com", "qq.com", "163.com", "126.com", "gmail.com"};
    private static final String[] COUNTRIES = {"GB", "GB", "GB", "US", "US", "DE", "FR", "NL"};

    private final Random random;
    private final Set<String> emails = new HashSet<>();

    SimulatedPeople(long seed) {
        random = new Random(seed);
    }

    /** What is true of a person. */
    private record Truth(SimulatedName name, String email, String phone, String country, String postcode) {}

    /** Hands out so many records, each with the number of its person. */
    void simulate(int records, BiConsumer<Person, Integer> receiver) {
        int told = 0;
        int number = 0;
        Truth relative = person();
        while (told < records) {
            Truth truth = chance(FAMILY) ? relative(relative) : person();
            relative = truth;
            receiver.accept(firstRecord(truth), number);
            told++;
            double again = RECORDED_AGAIN;
            while (told < records && chance(again)) {
                receiver.accept(laterRecord(truth), number);
                told++;
                again = ONCE_MORE;
            }
            number++;
        }
    }

    private Truth person() {
        boolean chinese = chance(CHINESE);
        SimulatedName name = chinese ? SimulatedName.chinese(random) : SimulatedName.western(random);
        String country = chinese ? "CN" : COUNTRIES[random.nextInt(COUNTRIES.length)];
        return new Truth(name, email(name), phone(chinese), country, postcode());
    }

    /** Lives in the same house: family name, place, often the telephone and sometimes the address are the same. */
    private Truth relative(Truth of) {
        String given = of.name.chinese()
                ? SimulatedName.chineseCharacter(random) + SimulatedName.chineseCharacter(random)
                : SimulatedName.westernGiven(random);
        var name = new SimulatedName(given, of.name.family(), of.name.chinese());
        return new Truth(
                name,
                chance(.1) ? of.email : email(name),
                chance(.6) ? of.phone : phone(name.chinese()),
                of.country,
                of.postcode);
    }

    private Person firstRecord(Truth truth) {
        return record(
                truth.name.written(),
                chance(.06) ? "" : truth.email,
                chance(.10) ? "" : truth.phone,
                truth.country,
                chance(.20) ? "" : truth.postcode);
    }

    private Person laterRecord(Truth truth) {
        return record(
                laterName(truth.name),
                chance(.12) ? "" : laterEmail(truth),
                chance(.12) ? "" : laterPhone(truth),
                chance(.10) ? "" : truth.country,
                chance(.20) ? "" : chance(.08) ? postcode() : truth.postcode);
    }

    private Person record(String name, String email, String phone, String country, String postcode) {
        return new Person(new UUID(random.nextLong(), random.nextLong()), name, email, phone, country, postcode);
    }

    private String laterName(SimulatedName name) {
        if (chance(.02)) {
            return "";
        }
        return name.chinese() ? laterChinese(name) : laterWestern(name);
    }

    private String laterChinese(SimulatedName name) {
        if (chance(.06)) {
            return name.family()
                    + name.given().substring(0, name.given().length() - 1)
                    + SimulatedName.chineseCharacter(random);
        }
        if (chance(.04)) {
            return name.given() + name.family();
        }
        return chance(.15) ? name.family() + " " + name.given() : chance(.06) ? name.written() + "先生" : name.written();
    }

    private String laterWestern(SimulatedName name) {
        SimulatedName now = chance(.05) ? name.withFamily(SimulatedName.westernFamily(random)) : name;
        String given = chance(.06) ? now.given().charAt(0) + "." : chance(.12) ? slip(now.given()) : now.given();
        String family = chance(.12) ? slip(now.family()) : now.family();
        double order = random.nextDouble();
        String written = order < .06
                ? family + " " + given
                : order < .12
                        ? family + ", " + given
                        : order < .16
                                ? given + " " + SimulatedName.westernGiven(random) + " " + family
                                : given + " " + family;
        return chance(.1) ? written.toUpperCase(Locale.ROOT) : chance(.05) ? "Mrs. " + written : written;
    }

    private String laterEmail(Truth truth) {
        if (chance(.10)) {
            return email(truth.name);
        }
        int at = truth.email.indexOf('@');
        if (chance(.07)) {
            return slip(truth.email.substring(0, at)) + truth.email.substring(at);
        }
        return chance(.15) ? truth.email.toUpperCase(Locale.ROOT) : truth.email;
    }

    private String laterPhone(Truth truth) {
        if (chance(.10)) {
            return phone(truth.name.chinese());
        }
        String digits = truth.phone.replaceAll("[^0-9]", "");
        String local = digits.substring(2);
        String told = chance(.05) ? slippedDigit(local) : local;
        String code = digits.substring(0, 2);
        return switch (random.nextInt(5)) {
            case 0 -> "+" + code + " " + told;
            case 1 -> "00" + code + told;
            case 2 -> "0" + told;
            case 3 -> "0" + told.substring(0, 3) + "-" + told.substring(3, 6) + "-" + told.substring(6);
            default -> "(0" + told.substring(0, 3) + ") " + told.substring(3);
        };
    }

    private String email(SimulatedName name) {
        String given = name.latin(name.given());
        String family = name.latin(name.family());
        String local =
                switch (random.nextInt(6)) {
                    case 0, 1 -> given + "." + family;
                    case 2 -> given.charAt(0) + family;
                    case 3 -> given + family + (50 + random.nextInt(55));
                    case 4 -> given + "_" + family;
                    default -> family + random.nextInt(1_000);
                };
        String[] providers = name.chinese() ? CHINESE_PROVIDERS : PROVIDERS;
        String provider = "@" + providers[random.nextInt(providers.length)];
        String email = local + provider;
        while (!emails.add(email)) {
            email = local + random.nextInt(10_000) + provider;
        }
        return email;
    }

    private String phone(boolean chinese) {
        return "+" + (chinese ? "86 1" : "44 7") + String.format(Locale.ROOT, "%09d", random.nextInt(1_000_000_000));
    }

    private String postcode() {
        return String.format(Locale.ROOT, "%05d", random.nextInt(20_000));
    }

    /** A letter too many, too few, another, or two swapped. */
    private String slip(String word) {
        if (word.length() < 3) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        String head = word.substring(0, at);
        String tail = word.substring(at + 1);
        char letter = word.charAt(at);
        char other = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> head + tail;
            case 1 -> head + letter + other + tail;
            case 2 -> head + other + tail;
            default -> head + word.charAt(at + 1) + letter + word.substring(at + 2);
        };
    }

    private String slippedDigit(String digits) {
        int at = random.nextInt(digits.length());
        return digits.substring(0, at) + random.nextInt(10) + digits.substring(at + 1);
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }
}
