package io.smartcrm.customer.listing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a list is narrowed to: a field, an operator and a value in double quotes, where a backslash stands before a quote
 * or a backslash of the value.
 *
 * @param value 1 to 300 characters, none of them a control character
 */
public record ListFilter<F extends Enum<F> & FilterForm>(F form, String value) {
    private static final int MAX_VALUE = 300;
    private static final int MAX_TEXT = 700;
    private static final Pattern SYNTAX =
            Pattern.compile("\\s*(\\w+)\\s*(>=|<|[=:])\\s*\"((?:[^\"\\\\]|\\\\[\"\\\\])*+)\"\\s*");
    private static final Pattern TERM_END = Pattern.compile("(\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\"\\s+)and\\s+(?=\\w)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    public ListFilter {
        requireNonNull(form, "form is null");
        if (value.isEmpty() || value.length() > MAX_VALUE) {
            throw Failure.invalid("filter", "the value of " + form.field() + " is not 1 to 300 characters long");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("filter", "the value of " + form.field() + " holds a control character");
        }
    }

    /**
     * Reads a filter; empty text is no filter.
     *
     * @throws Failure INVALID when the text is none of the forms, naming them all
     */
    public static <F extends Enum<F> & FilterForm> Optional<ListFilter<F>> parse(String text, Class<F> forms) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > MAX_TEXT) {
            throw Failure.invalid("filter", "is longer than " + MAX_TEXT + " characters");
        }
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw notAForm(text, forms);
        }
        String value = ESCAPE.matcher(parts.group(3)).replaceAll("$1");
        return Arrays.stream(forms.getEnumConstants())
                .filter(form -> form.field().equals(parts.group(1)))
                .filter(form -> form.operator().symbol().equals(parts.group(2)))
                .findFirst()
                .or(() -> {
                    throw notAForm(text, forms);
                })
                .map(form -> new ListFilter<>(form, value));
    }

    /**
     * Reads filters that are joined by {@code and}, none of a form twice.
     *
     * @throws Failure INVALID as {@link #parse} does
     */
    public static <F extends Enum<F> & FilterForm> List<ListFilter<F>> parseAll(String text, Class<F> forms) {
        if (text.length() > MAX_TEXT) {
            throw Failure.invalid("filter", "is longer than " + MAX_TEXT + " characters");
        }
        List<ListFilter<F>> filters = new ArrayList<>();
        for (String term : TERM_END.matcher(text).replaceAll("$1\n").split("\n", -1)) {
            parse(term, forms).ifPresent(filters::add);
        }
        if (filters.stream().map(ListFilter::form).distinct().count() < filters.size()) {
            throw Failure.invalid("filter", "'" + text + "' names a field twice");
        }
        return filters;
    }

    /** The same text for the same filter, however it was spaced. */
    public String canonical() {
        return form.field() + form.operator().symbol() + value;
    }

    private static <F extends Enum<F> & FilterForm> Failure notAForm(String text, Class<F> forms) {
        String usages =
                Arrays.stream(forms.getEnumConstants()).map(FilterForm::usage).collect(joining(", "));
        return Failure.invalid("filter", "'" + text + "' is not one of: " + usages);
    }
}
