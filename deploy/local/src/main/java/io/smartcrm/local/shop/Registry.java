package io.smartcrm.local.shop;

import io.smartcrm.local.shop.Dice.Purpose;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Gives customers their made-up names, addresses and countries. */
final class Registry {
    private static final List<String> SOURCES = List.of("search", "social", "newsletter", "friend", "marketplace");

    private final long seed;
    private final List<Country> countries =
            Vocabulary.table("countries.txt").stream().map(Country::of).toList();
    private final Names english = Names.of("en");
    private final Names chinese = Names.of("zh");

    Registry(long seed) {
        this.seed = seed;
    }

    Profile profile(int number, OffsetDateTime joined) {
        Dice dice = Dice.of(seed, Purpose.PROFILE, number);
        Country country = country(dice.uniform());
        boolean speaksChinese = country.language().equals("zh");
        Names names = speaksChinese ? chinese : english;
        Name given = dice.pick(names.given());
        Name family = dice.pick(names.family());
        String name = speaksChinese ? family.written() + given.written() : given.written() + " " + family.written();
        return new Profile(
                Codes.code("C", number + 1, 7),
                name,
                given.latin() + "." + family.latin() + "." + (number + 1) + "@example.org",
                country.dialling() + Codes.code("555", number + 1, 7),
                country.code(),
                dice.pick(country.cities()),
                country.language(),
                country.currency(),
                joined,
                dice.pick(SOURCES));
    }

    private Country country(double share) {
        double rest = share;
        for (Country country : countries) {
            rest -= country.share();
            if (rest < 0) {
                return country;
            }
        }
        return countries.get(0);
    }

    private record Country(
            String code, double share, String currency, String language, String dialling, List<String> cities) {
        static Country of(List<String> row) {
            return new Country(
                    row.get(0),
                    Double.parseDouble(row.get(1)),
                    row.get(2),
                    row.get(3),
                    row.get(4),
                    Vocabulary.words(row.get(5)));
        }
    }

    private record Names(List<Name> given, List<Name> family) {
        static Names of(String language) {
            List<String> row = Vocabulary.table("names.txt").stream()
                    .filter(cells -> cells.get(0).equals(language))
                    .findFirst()
                    .orElseThrow();
            return new Names(list(row.get(1)), list(row.get(2)));
        }

        private static List<Name> list(String cell) {
            return Vocabulary.words(cell).stream().map(Name::of).toList();
        }
    }

    private record Name(String written, String latin) {
        static Name of(String word) {
            int slash = word.indexOf('/');
            return slash < 0
                    ? new Name(word, word.toLowerCase(Locale.ROOT))
                    : new Name(word.substring(0, slash), word.substring(slash + 1));
        }
    }
}
