package io.smartcrm.customer.profile;

import io.smartcrm.wire.Failure;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is known of a customer; each part may be empty. The table has the same limits, whoever writes it.
 *
 * @param name at most 200 characters
 * @param email at most 254 characters (RFC 5321), shaped {@code local@domain.top}
 * @param phone at most 40 characters, as the source wrote it
 * @param country ISO 3166-1 alpha-2 where it could be recognised, else the text of the source; 2 to 60 characters
 */
public record Profile(String name, String email, String phone, String country) {
    private static final TextField NAME = new TextField("name", 1, 200);
    private static final TextField EMAIL = new TextField("email", 5, 254);
    private static final TextField PHONE = new TextField("phone", 1, 40);
    private static final TextField COUNTRY = new TextField("country", 2, 60);
    private static final Pattern EMAIL_SHAPE = Pattern.compile("[^@ ]+@[^@ ]+\\.[^@ ]+");

    public Profile {
        name = NAME.check(name);
        email = EMAIL.check(email);
        phone = PHONE.check(phone);
        country = COUNTRY.check(country);
        if (!email.isEmpty() && !EMAIL_SHAPE.matcher(email).matches()) {
            throw Failure.invalid(EMAIL.name(), "is not an e-mail address, such as ada@example.org");
        }
    }

    /** This profile with the named parts of another one. */
    Profile with(Set<ProfileField> fields, Profile other) {
        return new Profile(
                fields.contains(ProfileField.NAME) ? other.name : name,
                fields.contains(ProfileField.EMAIL) ? other.email : email,
                fields.contains(ProfileField.PHONE) ? other.phone : phone,
                fields.contains(ProfileField.COUNTRY) ? other.country : country);
    }

    /** This profile with its empty parts taken from another one. */
    Profile orElse(Profile other) {
        return new Profile(
                first(name, other.name),
                first(email, other.email),
                first(phone, other.phone),
                first(country, other.country));
    }

    private static String first(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
